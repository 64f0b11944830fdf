import { z } from 'zod';
import type { PolicyMeeting } from './decide-service-configuration';

/** At most 250 characters in any string of an answer (policy-api.md §1, D). */
const text = z.string().min(1).max(250);
/** Digits with at most one `#` at the end, 4 to 20 in all (policy-api.md §4, D and V). */
const pin = z.string().regex(/^(\d{4,20}|\d{3,19}#)$/);

/**
 * The `result` of a service configuration, by Infinity's own rules. One invalid field makes a node drop the whole answer
 * without telling us (policy-api.md §1, P), so nothing leaves that this schema does not accept. Fields we do not use are
 * not here; fields that are empty are left out rather than sent empty.
 */
export const ServiceConfiguration = z
  .strictObject({
    service_type: z.literal('conference'),
    name: text,
    service_tag: text,
    description: text.optional(),
    allow_guests: z.boolean(),
    pin: pin.optional(),
    participant_limit: z.int().min(0).max(1_000_000).optional(),
    locked: z.boolean().optional(),
  })
  // Guests without a PIN of their own need the host's PIN to be set (policy-api.md §4, V).
  .refine((result) => !result.allow_guests || result.pin !== undefined, { path: ['pin'] });

export type ServiceConfiguration = z.infer<typeof ServiceConfiguration>;

/** The configuration of a meeting: the same for every caller, since one that varies would split the conference. */
export function serviceConfigurationOf(meeting: PolicyMeeting): ServiceConfiguration {
  return ServiceConfiguration.parse({
    service_type: 'conference',
    name: meeting.serviceName,
    service_tag: meeting.id,
    // Hosts come with the PIN; guests need none and wait until a host is in.
    allow_guests: true,
    pin: meeting.hostPin,
    participant_limit: meeting.participantLimit ?? undefined,
    // A lobby: whoever comes is held until a host lets them in.
    locked: meeting.isLobby || undefined,
  });
}
