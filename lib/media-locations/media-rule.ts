import { z } from 'zod';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';
import { CALL_PROTOCOLS } from './choose-rule';
import { canonicalNetwork } from './network';

// A media rule as it is typed, imported and stored. Pure.

const MOST_OVERFLOW = 10;
/** What Infinity takes in one field of an answer (policy-api.md §1, D). */
const LONGEST_NAME = 250;

/** Text of one line. Infinity's names are case-sensitive, so nothing but the space around them is changed. */
const line = z
  .string('must be text')
  .trim()
  .max(LONGEST_NAME, `must be at most ${LONGEST_NAME} characters`)
  .regex(ONE_LINE, NOT_ONE_LINE);
const locationName = line.min(1, 'must name a location');

const network = z
  .string('must be text')
  .trim()
  .max(60, 'is not a network, as in 198.51.100.0/24 or 2001:db8::/32')
  .transform((text, context) => {
    if (text === '') return '';
    const canonical = canonicalNetwork(text);
    if (canonical !== null) return canonical;
    context.addIssue({ code: 'custom', message: 'is not a network, as in 198.51.100.0/24 or 2001:db8::/32' });
    return z.NEVER;
  });

const protocol = z
  .string('must be text')
  .trim()
  .toLowerCase()
  .pipe(z.enum(['', ...CALL_PROTOCOLS], `must be empty or one of ${CALL_PROTOCOLS.join(', ')}`));

// Looked at by itself, so that it is told together with what is wrong in other fields.
const overflow = z
  .array(locationName, 'must be a list of locations')
  .max(MOST_OVERFLOW, `must have at most ${MOST_OVERFLOW} locations`)
  .superRefine((names, context) => {
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      context.addIssue({ code: 'custom', path: [index], message: 'is listed more than once' });
    });
  });

/** A rule as someone gives it. Empty asking location, network or protocol: any. The network comes out in canonical form. */
export const MediaRuleInput = z
  .strictObject({
    askingLocation: line.default(''),
    network: network.default(''),
    protocol: protocol.default(''),
    location: locationName,
    overflow: overflow.default([]),
    note: line.default(''),
  })
  .superRefine(({ location, overflow: names }, context) => {
    const index = names.indexOf(location);
    const message = 'is where the media goes already';
    if (index >= 0) context.addIssue({ code: 'custom', path: ['overflow', index], message });
  });

/** What a rule says. */
export interface RuleContent {
  /** Location of the node that asks; empty: any. */
  askingLocation: string;
  /** The caller's network in canonical CIDR form; empty: any. */
  network: string;
  /** As nodes name it; empty: any. */
  protocol: string;
  /** Infinity's location that handles the media. */
  location: string;
  /** Where to go when that one is full, in this order. */
  overflow: string[];
  note: string;
}

/** A stored rule. */
export interface MediaRule extends RuleContent {
  id: string;
}

/** Body of a create or change. */
export const MediaRuleBody = MediaRuleInput.safeExtend({
  /** Save although the Management Node cannot be asked whether these locations exist. */
  saveUnchecked: z.boolean('must be true or false').default(false),
});

/** What a rule said when somebody began to change it: whoever changed it meanwhile must not be overwritten unseen. */
const text = z.string().max(LONGEST_NAME);
const RuleBasis: z.ZodType<RuleContent> = z.strictObject({
  ...{ askingLocation: text, network: text, protocol: text, location: text, note: text },
  overflow: z.array(text).max(MOST_OVERFLOW),
});

/** Body of a change. */
export const MediaRuleChangeBody = MediaRuleBody.safeExtend({ basedOn: RuleBasis });

export type RuleKey = Pick<RuleContent, 'askingLocation' | 'network' | 'protocol'>;

/** What no two rules have in common: who asks, for callers from where, by which protocol. */
export function ruleKey({ askingLocation, network: from, protocol: by }: RuleKey): string {
  return JSON.stringify([askingLocation, from, by]);
}
