import * as z from 'zod/mini';

/** How calls are admitted, as an administrator sets it. A whole replacement, so that nothing goes back to its default unsaid. */
const Whole = z.strictObject({
  /** A browser that brings no ticket of ours is refused. Telephones and room systems have none and are not asked. */
  requiresTickets: z.boolean('must be true or false'),
  /**
   * What devices hear that are not in our list: Infinity's own list decides, they are refused, or anyone may register
   * without credentials (policy-api.md §8, D).
   */
  otherDevices: z.enum(['own-list', 'reject', 'no-credentials'], 'must be own-list, reject or no-credentials'),
});

/** The same, with what holds where nobody has said. */
export const PolicySettings = z.strictObject({
  requiresTickets: z._default(Whole.shape.requiresTickets, false),
  otherDevices: z._default(Whole.shape.otherDevices, 'own-list'),
});

export type PolicySettings = z.infer<typeof PolicySettings>;

/** With what the agent saw when they began: whoever saved something else meanwhile must not be overwritten unseen. */
export const PolicySettingsBody = z.safeExtend(Whole, { basedOn: Whole });

/** What holds, and who saved it. */
export interface SavedPolicySettings {
  value: PolicySettings;
  /** ISO 8601; null when nobody ever saved any. */
  savedAt: string | null;
  /** The agent's name; null when nobody did, or they are no longer known. */
  savedBy: string | null;
}

export function isSamePolicy(one: PolicySettings, other: PolicySettings): boolean {
  return one.requiresTickets === other.requiresTickets && one.otherDevices === other.otherDevices;
}
