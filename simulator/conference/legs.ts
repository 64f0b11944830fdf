import { createHash } from 'node:crypto';
import type { ConferenceState, DialledLeg, Participant } from './conference-state';
import type { Room } from './rooms';

/** One leg of a participant, as the event sink and the status API know it. */
export interface Leg {
  uuid: string;
  protocol: 'API' | 'WebRTC' | DialledLeg['protocol'];
  /** Unix milliseconds, or null while it is not connected. */
  connectedAt: number | null;
  hasMedia: boolean;
  mediaNodeIp: string;
  room: Room;
}

/** An id for a leg that nobody ever asked for: always the same one for the same host and room. */
function shadowId(participantUuid: string, room: string): string {
  const hex = createHash('sha256').update(`${participantUuid} ${room}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A host's client opens every breakout room to look after it, without media (event-sink.md §5). */
function shadowLegs(state: ConferenceState, { uuid, role, breakout }: Participant): Leg[] {
  if (role !== 'chair') return [];
  return [...state.breakouts]
    .filter(([room]) => room !== breakout)
    .map(([room, openedAt]) => ({
      uuid: shadowId(uuid, room),
      protocol: 'API',
      connectedAt: openedAt,
      hasMedia: false,
      mediaNodeIp: '',
      room,
    }));
}

/**
 * A browser is two legs in one conversation: its control leg, and, once connected, its media leg (event-sink.md §5), and
 * a host's is one more in each breakout room. Every other caller is a single leg.
 */
export function legsOf(state: ConferenceState, participant: Participant): Leg[] {
  const { uuid, joinedAt, dialled, call, breakout: room } = participant;
  if (dialled) {
    const { protocol, mediaNodeIp } = dialled;
    return [{ uuid, protocol, connectedAt: joinedAt, hasMedia: true, mediaNodeIp, room }];
  }
  const control: Leg = { uuid, protocol: 'API', connectedAt: joinedAt, hasMedia: false, mediaNodeIp: '', room };
  const shadows = shadowLegs(state, participant);
  if (!call?.isConnected) return [control, ...shadows];
  const { callId, connectedAt, mediaNodeIp } = call;
  return [control, { uuid: callId, protocol: 'WebRTC', connectedAt, hasMedia: true, mediaNodeIp, room }, ...shadows];
}

export interface LegOfParticipant {
  participant: Participant;
  leg: Leg;
}

/** Every leg in a conference. */
export function legsIn(state: ConferenceState): LegOfParticipant[] {
  return [...state.participants.values()].flatMap((participant) =>
    legsOf(state, participant).map((leg) => ({ participant, leg })),
  );
}

/** The legs that one step ended. A participant's last leg comes first: media hangs off control. */
export function endedLegs(before: ConferenceState, after: ConferenceState): LegOfParticipant[] {
  const remaining = new Set(legsIn(after).map(({ leg }) => leg.uuid));
  return [...before.participants.values()].flatMap((participant) =>
    legsOf(before, participant)
      .filter(({ uuid }) => !remaining.has(uuid))
      .reverse()
      .map((leg) => ({ participant, leg })),
  );
}
