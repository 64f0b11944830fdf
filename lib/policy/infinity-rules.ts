import { z } from 'zod';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';
import { LECTURE_VIEWS, VIEWS } from '@/lib/settings/views';

// Infinity's own rules for the results of policy answers (policy-api.md §4 to §8). One invalid field makes a node drop the
// whole answer without telling us (§1, P), so nothing leaves that these schemas do not accept. Fields we never send are not
// here; fields that are empty are left out rather than sent empty.

/** At most 250 characters in any string of an answer (§1, D). Postgres and nodes count code points alike. */
const identity = z.string().min(1).max(250);
/** No character of it may void the answer. */
export const text = identity.regex(ONE_LINE, NOT_ONE_LINE);
const textOrEmpty = z.string().max(250).regex(ONE_LINE, NOT_ONE_LINE);
/** Digits with at most one `#` at the end, 4 to 20 in all (§4, D and V). */
const pin = z.string().regex(/^(\d{4,20}|\d{3,19}#)$/, 'must be 4 to 20 digits, the last of which may be #');
/** Bit/s (§4). */
const callRate = z.int().min(128_000).max(8_192_000);

const shared = {
  // What a meeting was called when it was made, it is called for ever: another name would split its conference.
  name: identity,
  service_tag: text,
  description: text.optional(),
  allow_guests: z.boolean(),
  pin: pin.optional(),
  guest_pin: pin.optional(),
  participant_limit: z.int().min(0).max(1_000_000).optional(),
  locked: z.boolean().optional(),
  ivr_theme_name: text.optional(),
  max_callrate_in: callRate.optional(),
  max_callrate_out: callRate.optional(),
  max_pixels_per_second: z.enum(['sd', 'hd', 'fullhd']).optional(),
  crypto_mode: z.enum(['besteffort', 'on', 'off']).optional(),
  enable_chat: z.enum(['default', 'yes', 'no']).optional(),
  guests_can_present: z.boolean().optional(),
  enable_overlay_text: z.boolean().optional(),
  host_identity_provider_group: text.optional(),
  guest_identity_provider_group: text.optional(),
};

/** The `result` of a service configuration. */
export const ServiceConfiguration = z
  .discriminatedUnion('service_type', [
    z.strictObject({ service_type: z.literal('conference'), ...shared, view: z.enum(VIEWS).optional() }),
    z.strictObject({
      service_type: z.literal('lecture'),
      ...shared,
      host_view: z.enum(LECTURE_VIEWS).optional(),
      guest_view: z.enum(LECTURE_VIEWS).optional(),
      guests_can_see_guests: z.enum(['no_hosts', 'always', 'never']).optional(),
    }),
  ])
  .superRefine(({ allow_guests, pin, guest_pin }, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    // §4, PIN rules (V, P, C).
    if (allow_guests && pin === undefined) fault('pin', 'is needed when guests are allowed');
    if (guest_pin === undefined) return;
    if (!allow_guests) fault('guest_pin', 'needs guests to be allowed');
    if (guest_pin === pin) fault('guest_pin', 'must differ from the host PIN');
    const endInHash = [pin, guest_pin].filter((each) => each?.endsWith('#')).length;
    if (endInHash === 1) fault('guest_pin', 'must end in # when the host PIN does, and only then');
    if (endInHash === 0 && guest_pin.length !== pin?.length) fault('guest_pin', 'must be as long as the host PIN');
  });
export type ServiceConfiguration = z.infer<typeof ServiceConfiguration>;

/** §5. Never `guest`: that would demote somebody who already is a host. */
export const ParticipantProperties = z.strictObject({
  preauthenticated_role: z.literal('chair').optional(),
  remote_display_name: text.optional(),
  bypass_lock: z.boolean().optional(),
});
export type ParticipantProperties = z.infer<typeof ParticipantProperties>;

/** §5, beside `action: "reject"`. */
export const Refusal = z.strictObject({ reject_reason: text });

/** §6: names are exact, and one that does not exist voids all of them. */
export const MediaLocation = z.strictObject({ location: text, overflow_locations: z.array(text).optional() });
export type MediaLocation = z.infer<typeof MediaLocation>;

/** §8: all three keys are needed; the user name may be empty. */
export const DirectoryEntry = z.strictObject({ alias: text, description: textOrEmpty, username: textOrEmpty });
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

/** §8: both, or both empty for no authentication. */
export const RegistrationCredentials = z
  .strictObject({ username: z.string().max(100), password: z.string().max(100) })
  .refine(({ username, password }) => (username === '') === (password === ''), 'needs both or neither');
