import * as z from 'zod/mini';
import type { Caption } from './captions';
import type { NewMessage } from './chat';
import type { ConferenceFacts } from './conference';
import type { Participant } from './roster';
import './zod-without-eval';

// PexRTC hands over what the node sent (client-api.md §5). Read loosely: the fields we use, since newer nodes add some, and
// each by itself, or one that is not as we know it would drop a person, a message or what is said of the whole conference.

const WireObject = z.looseObject({});
const WireWithId = z.looseObject({ uuid: z.string() });

const WireStage = z.array(z.object({ participant_uuid: z.string(), vad: z.number() }));
const WireMessage = z.looseObject({ payload: z.string() });
const WireCaption = z.looseObject({ data: z.string() });
const WireSources = z.array(z.looseObject({ participant_uuid: z.string() }));

/** Some are a boolean and some YES or NO, side by side: so it is on the wire. */
const isYes = (value: unknown) => value === true || value === 'YES';
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Null for an object without identity, which nothing could be done with. */
export function readParticipant(value: unknown): Participant | null {
  const wire = WireWithId.safeParse(value).data;
  if (!wire) return null;
  const isMutedByHost = isYes(wire.is_muted);
  const protocol = text(wire.protocol);
  return {
    id: wire.uuid,
    name: text(wire.display_name),
    // The wire says `chair` here, though the client's own role reads HOST or GUEST.
    role: wire.role === 'chair' ? 'host' : 'guest',
    isWaiting: wire.service_type === 'waiting_room',
    isMuted: isMutedByHost || isYes(wire.is_client_muted),
    isMutedByHost,
    isCameraOff: isYes(wire.is_video_muted),
    handRaisedAt: Number(wire.buzz_time) || 0,
    isPresenting: isYes(wire.is_presenting),
    // Guests are not told others' protocol: who is not known to be something else counts as a browser.
    isBrowser: !protocol || ['api', 'webrtc'].includes(protocol.toLowerCase()),
  };
}

/** What is said is taken, and what is not said stays: older nodes leave fields out, but `started` and `locked` are always there. */
export function readConference(value: unknown): Partial<ConferenceFacts> | null {
  const wire = WireObject.safeParse(value).data;
  if (!wire) return null;
  const facts = {
    isStarted: wire.started ?? true,
    isLocked: wire.locked ?? false,
    areGuestsMuted: wire.guests_muted,
    isChatAllowed: wire.chat_enabled,
    mayPresent: wire.presentation_allowed,
    mayGuestsPresent: wire.guests_can_present,
    mayGuestsUnmute: wire.guests_can_unmute,
    areCaptionsAvailable: wire.live_captions_available,
  };
  const isSaid = (fact: [string, unknown]): fact is [string, boolean] => typeof fact[1] === 'boolean';
  return Object.fromEntries(Object.entries(facts).filter(isSaid));
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
  const sender = { id: text(wire.uuid), name: text(wire.origin) };
  return { sender, text: wire.payload, isPrivate: isPrivate || isYes(wire.direct), atMs };
}

export function readCaption(value: unknown, atMs: number): Caption | null {
  const wire = WireCaption.safeParse(value).data;
  if (!wire) return null;
  const speakerId = WireSources.safeParse(wire.sources).data?.[0]?.participant_uuid ?? '';
  return { text: wire.data, isFinal: isYes(wire.is_final), speakerId, atMs };
}

/** Presenters come as `name <uri>` (pexrtc.md §5). */
export function presenterName(value: unknown): string {
  return String(value ?? '')
    .replace(/\s*<[^<>]*>$/, '')
    .trim();
}

export function readDeletedId(value: unknown): string | null {
  return WireWithId.safeParse(value).data?.uuid ?? null;
}

const DialReply = z.object({ status: z.string(), result: z.array(z.string()) });

/** Whether a call out was begun: the reply lists those who are called (pexrtc.md §7). */
export function isDialled(value: unknown): boolean {
  const reply = DialReply.safeParse(value).data;
  return reply !== undefined && reply.status === 'success' && reply.result.length > 0;
}
