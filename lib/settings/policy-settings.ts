import { z } from 'zod';

/** How calls are admitted, as an administrator sets it. */
export const PolicySettings = z.strictObject({
  /** A browser that brings no ticket of ours is refused. Telephones and room systems have none and are not asked. */
  requiresTickets: z.boolean('must be true or false').default(false),
  /**
   * What devices hear that are not in our list: Infinity's own list decides, they are refused, or anyone may register
   * without credentials (policy-api.md §8, D).
   */
  otherDevices: z
    .enum(['own-list', 'reject', 'no-credentials'], 'must be own-list, reject or no-credentials')
    .default('own-list'),
});

export type PolicySettings = z.infer<typeof PolicySettings>;

/** A whole replacement: whoever saves says all of it, so that nothing goes back to its default unsaid. */
export const PolicySettingsBody = z.strictObject({
  requiresTickets: PolicySettings.shape.requiresTickets.unwrap(),
  otherDevices: PolicySettings.shape.otherDevices.unwrap(),
});
