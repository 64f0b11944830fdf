import fc from 'fast-check';

// What somebody may send as a policy request's query, well-meant or not.

export const POLICY_KEYS = [
  ...['local_alias', 'service_tag', 'call_tag', 'protocol', 'call_direction', 'trigger', 'location', 'node_ip', 'q'],
  ...['remote_alias', 'remote_display_name', 'remote_address', 'vendor', 'width', 'height', 'limit', 'auth_type'],
  ...['registration_alias', 'preauthenticated_role', 'breakout_uuid', 'service_name', 'P-Asserted-Identity'],
];

/** Values: names that mean something here, arbitrary text with lone surrogates and NUL, broken escapes, long ones. */
export const policyValue = fc.oneof(
  fc.constantFrom('', 'True', 'False', 'None', 'sip', 'webrtc', 'dial_out', 'non_dial', '-1', '0', '1e9', 'NaN', 'sso'),
  fc.constantFrom('%', '%zz', '%00', '%ED%A0%80', '%F0%9F', '\u0000', '..%2f..%2f', "'; DROP TABLE meeting; --"),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('x', 'ø', '\u{1F41D}').chain((unit) => fc.integer({ min: 0, max: 500 }).map((n) => unit.repeat(n))),
);

export type QueryPair = [key: string, value: string];

/** Any keys, the same ones again among them. */
export const policyPairs: fc.Arbitrary<QueryPair[]> = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom(...POLICY_KEYS), fc.string({ maxLength: 20 })), policyValue),
  { maxLength: 30 },
);

/** Percent-encoded where that is possible, raw in part, so that both ways of writing are met. */
export function encodePart(text: string, isRaw: boolean): string {
  const wellFormed = text.replace(/[\uD800-\uDFFF]/gu, '%ED%A0%80');
  return isRaw ? wellFormed.replace(/[^\x21-\x7e]|[#\\"<>^`{|}]/g, '%20') : encodeURIComponent(wellFormed);
}

export function encodePairs(pairs: readonly QueryPair[], isRaw: boolean): string {
  return pairs.map(([key, value]) => `${encodePart(key, isRaw)}=${encodePart(value, isRaw)}`).join('&');
}
