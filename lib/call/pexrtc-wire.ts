import * as z from 'zod/mini';
import type { Participant } from './roster';
import './zod-without-eval';

// PexRTC hands over what the node sent (client-api.md §5). Read loosely: the fields we use, since newer nodes add some.

const WireParticipant = z.object({
  uuid: z.string(),
  display_name: z.optional(z.nullable(z.string())),
  role: z.optional(z.nullable(z.string())),
  service_type: z.optional(z.nullable(z.string())),
  is_muted: z.optional(z.nullable(z.string())),
  is_client_muted: z.optional(z.nullable(z.boolean())), // a boolean beside a YES/NO: so it is on the wire
});

const WireConference = z.object({ started: z.optional(z.boolean()), locked: z.optional(z.boolean()) });
const WireDeletion = z.object({ uuid: z.string() });

/** Null for an object without identity, which nothing could be done with. */
export function readParticipant(value: unknown): Participant | null {
  const wire = WireParticipant.safeParse(value).data;
  if (!wire) return null;
  return {
    id: wire.uuid,
    name: wire.display_name || 'Guest',
    // The wire says `chair` here, though the client's own role reads HOST or GUEST.
    role: wire.role === 'chair' ? 'host' : 'guest',
    isWaiting: wire.service_type === 'waiting_room',
    isMuted: wire.is_muted === 'YES' || wire.is_client_muted === true,
    isMutedByHost: wire.is_muted === 'YES',
  };
}

/** A conference that does not say whether it has started counts as started, one that does not say it is locked as open. */
export function readConference(value: unknown): { isStarted: boolean; isLocked: boolean } | null {
  const wire = WireConference.safeParse(value).data;
  return wire ? { isStarted: wire.started ?? true, isLocked: wire.locked ?? false } : null;
}

export function readDeletedId(value: unknown): string | null {
  return WireDeletion.safeParse(value).data?.uuid ?? null;
}
