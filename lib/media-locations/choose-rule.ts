import { cutText } from '@/lib/db/cut-text';
import type { MediaRule, RuleContent } from './media-rule';
import { maskWords, parseAddress, parseNetwork, type NetworkRange } from './network';

// Which rule decides where a call's media goes. Pure: policy and the tester at the desk ask the same function.

/** Protocols of calls as nodes name them (policy-api.md §3). A node may send others, which rules for any protocol cover. */
export const CALL_PROTOCOLS = ['api', 'webrtc', 'sip', 'h323', 'rtmp', 'mssip', 'teams'] as const;

/** Rules as they are looked through, one look per prefix length in use: thousands of rules cost a call no more than a few. */
export interface PreparedRules {
  /** Longest prefix first. */
  levels: readonly PrefixLevel[];
}

/** All the rules whose networks have the same prefix length; or those for any network, which come last. */
interface PrefixLevel {
  /** A network of this length, of which only the mask is used. Null: any network. */
  range: NetworkRange | null;
  byKey: Map<string, MediaRule>;
}

/** Who asks, and for whom, as the node put it. Nothing is guaranteed to be there. */
export interface MediaCaller {
  askingLocation: string;
  address: string;
  protocol: string;
}

/** Longest `reason` that a decision's record holds. */
const REASON_LENGTH = 250;

/**
 * Reads the networks once. Leaves out a rule whose network cannot be read; none that was saved through the schema is one.
 */
export function prepareRules(rules: readonly MediaRule[]): PreparedRules {
  const levels = new Map<string, PrefixLevel>();
  // No two saved rules have the same key; for rows from elsewhere every instance still takes the same one.
  for (const rule of rules.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const range = rule.network === '' ? null : parseNetwork(rule.network);
    if (!range && rule.network !== '') continue;
    const name = range ? `${range.family}/${range.prefixLength}` : '';
    const level = levels.get(name) ?? { range, byKey: new Map<string, MediaRule>() };
    levels.set(name, level);
    const key = keyOf(range?.words ?? [], rule.askingLocation, rule.protocol);
    if (!level.byKey.has(key)) level.byKey.set(key, rule);
  }
  return { levels: [...levels.values()].sort((one, other) => prefixOf(other) - prefixOf(one)) };
}

/** All of them, in no order that means anything. */
export function rulesIn({ levels }: PreparedRules): MediaRule[] {
  return levels.flatMap(({ byKey }) => [...byKey.values()]);
}

/**
 * The rule for this caller, or null when none matches and Infinity chooses by itself. Longest prefix first; then the rule that
 * names the asking location before one that does not, then the one that names the protocol. A caller whose address is no
 * address is covered by rules for any network only.
 */
export function chooseRule({ levels }: PreparedRules, caller: MediaCaller): MediaRule | null {
  const { askingLocation, protocol } = caller;
  const address = parseAddress(caller.address);
  for (const { range, byKey } of levels) {
    if (range && range.family !== address?.family) continue;
    const words = range && address ? maskWords(address, range.masks) : [];
    const rule =
      byKey.get(keyOf(words, askingLocation, protocol)) ??
      byKey.get(keyOf(words, askingLocation, '')) ??
      byKey.get(keyOf(words, '', protocol)) ??
      byKey.get(keyOf(words, '', ''));
    if (rule) return rule;
  }
  return null;
}

/** Whether rules for a network can cover a caller with this address at all. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== null;
}

/** Which rule it was, in words: `rule for 198.51.100.0/24 from Oslo by sip`. At most 250 characters. */
export function whyRule({ network, askingLocation, protocol }: RuleContent): string {
  const from = askingLocation && ` from ${askingLocation}`;
  const by = protocol && ` by ${protocol}`;
  const words = `rule for ${network || 'any network'}${from}${by}`;
  return words.length > REASON_LENGTH ? `${cutText(words, REASON_LENGTH - 1)}…` : words;
}

/** A line break stands in no rule's names, so whatever a caller sends, its key is another rule's only if all parts are. */
function keyOf(words: readonly number[], askingLocation: string, protocol: string): string {
  return `${words.join('.')}\n${askingLocation}\n${protocol}`;
}

/** Any network is less particular than all of IPv4. */
function prefixOf({ range }: PrefixLevel): number {
  return range?.prefixLength ?? -1;
}
