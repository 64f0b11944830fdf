import * as z from 'zod/mini';
import type { Caption } from './captions';
import type { NewMessage } from './chat';
import type { ConferenceFacts } from './conference';
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
  is_video_muted: z.optional(z.nullable(z.boolean())),
  is_presenting: z.optional(z.nullable(z.string())),
  buzz_time: z.optional(z.nullable(z.number())),
  protocol: z.optional(z.nullable(z.string())),
});

const WireConference = z.object({
  started: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
  guests_muted: z.optional(z.boolean()),
  chat_enabled: z.optional(z.boolean()),
  presentation_allowed: z.optional(z.boolean()),
  guests_can_present: z.optional(z.boolean()),
  live_captions_available: z.optional(z.boolean()),
});
const WireStage = z.array(z.object({ participant_uuid: z.string(), vad: z.number() }));
const WireMessage = z.object({
  origin: z.optional(z.nullable(z.string())),
  uuid: z.optional(z.nullable(z.string())),
  payload: z.string(),
  direct: z.optional(z.nullable(z.boolean())),
});
const WireCaption = z.object({ data: z.string(), is_final: z.optional(z.nullable(z.boolean())) });
const WireDeletion = z.object({ uuid: z.string() });

/** Null for an object without identity, which nothing could be done with. */
export function readParticipant(value: unknown): Participant | null {
  const wire = WireParticipant.safeParse(value).data;
  if (!wire) return null;
  return {
    id: wire.uuid,
    name: wire.display_name ?? '',
    // The wire says `chair` here, though the client's own role reads HOST or GUEST.
    role: wire.role === 'chair' ? 'host' : 'guest',
    isWaiting: wire.service_type === 'waiting_room',
    isMuted: wire.is_muted === 'YES' || wire.is_client_muted === true,
    isMutedByHost: wire.is_muted === 'YES',
    isCameraOff: wire.is_video_muted === true,
    handRaisedAt: wire.buzz_time ?? 0,
    isPresenting: wire.is_presenting === 'YES',
    // Guests are not told others' protocol: who is not known to be something else counts as a browser.
    isBrowser: !wire.protocol || ['api', 'webrtc'].includes(wire.protocol.toLowerCase()),
  };
}

/** What is said is taken, and what is not said stays: older nodes leave fields out, but `started` and `locked` are always there. */
export function readConference(value: unknown): Partial<ConferenceFacts> | null {
  const wire = WireConference.safeParse(value).data;
  if (!wire) return null;
  const facts = {
    isStarted: wire.started ?? true,
    isLocked: wire.locked ?? false,
    areGuestsMuted: wire.guests_muted,
    isChatAllowed: wire.chat_enabled,
    mayPresent: wire.presentation_allowed,
    mayGuestsPresent: wire.guests_can_present,
    areCaptionsAvailable: wire.live_captions_available,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** Who speaks, the loudest first: `vad` is 0 to 100 (pexrtc.md §5). */
export function readSpeakers(value: unknown): string[] | null {
  const wire = WireStage.safeParse(value).data;
  if (!wire) return null;
  const speaking = wire.filter(({ vad }) => vad > 0).sort((a, b) => b.vad - a.vad);
  return speaking.map(({ participant_uuid: id }) => id);
}

export function readMessage(value: unknown, isPrivate: boolean, atMs: number): NewMessage | null {
  const wire = WireMessage.safeParse(value).data;
  if (!wire) return null;
  const sender = { id: wire.uuid ?? '', name: wire.origin ?? '' };
  return { sender, text: wire.payload, isPrivate: isPrivate || wire.direct === true, atMs };
}

export function readCaption(value: unknown, atMs: number): Caption | null {
  const wire = WireCaption.safeParse(value).data;
  return wire ? { text: wire.data, isFinal: wire.is_final === true, atMs } : null;
}

/** Presenters come as `name <uri>` (pexrtc.md §5). */
export function presenterName(value: unknown): string {
  return String(value ?? '')
    .replace(/\s*<[^<>]*>$/, '')
    .trim();
}

export function readDeletedId(value: unknown): string | null {
  return WireDeletion.safeParse(value).data?.uuid ?? null;
}

const DialReply = z.object({ status: z.string(), result: z.array(z.string()) });

/** Whether a call out was begun: the reply lists those who are called (pexrtc.md §7). */
export function isDialled(value: unknown): boolean {
  const reply = DialReply.safeParse(value).data;
  return reply !== undefined && reply.status === 'success' && reply.result.length > 0;
}
