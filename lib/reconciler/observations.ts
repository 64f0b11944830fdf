import { mainNameOf } from '@/lib/conferences/room-name';
import { CONFERENCE_GONE, PARTICIPANT_GONE, PARTICIPANT_SEEN } from '@/lib/events/applied-events';
import type { ListedParticipant } from '@/lib/management/participants';
import type { PastLeg } from '@/lib/management/participant-history';
import { unixSeconds } from '@/lib/unix-seconds';
import type { Differences, SeenLeg } from './find-differences';
import type { KnownLeg, KnownPlace } from './known';
import { SAME_MOMENT_MS } from './moments';
import { untoldFields } from './untold-fields';

/** What was found, in the form of an event of the node it is about. */
export interface Observation {
  event: string;
  node: string;
  seq: 0;
  version: 2;
  /** Unix seconds. */
  time: number;
  data: Record<string, string | number | boolean | undefined>;
}

/** The differences as events, which change our rows as what nodes report does. `askedAt` is when the lists were asked for. */
export function observe(
  { seen, gone, endedPlaces }: Differences,
  past: readonly PastLeg[],
  askedAt: Date,
): Observation[] {
  const of = { seq: 0, version: 2 } as const;
  return [
    ...seen.map((leg) => {
      const time = timeBehind(askedAt, [leg.known?.heardAt, leg.known?.disconnectedAt], BEHIND_GONE_MS);
      return { event: PARTICIPANT_SEEN, node: nodeOf(leg), ...of, time, data: seenData(leg, askedAt) };
    }),
    ...gone.map((leg) => {
      const time = timeBehind(askedAt, [leg.heardAt, leg.connectedAt]);
      return { event: PARTICIPANT_GONE, node: leg.node, ...of, time, data: goneData(leg, past) };
    }),
    ...endedPlaces.map((place) => {
      const time = timeBehind(askedAt, [place.heardAt, place.startedAt]);
      return { event: CONFERENCE_GONE, node: place.node, ...of, time, data: endedData(place) };
    }),
  ];
}

/** Who is listed after all is there after they were found gone, whose time may be right behind what was heard last. */
const BEHIND_GONE_MS = 2;

/** When the lists were asked for, or right behind these: by a clock that is ahead, what was found would be older than they. */
function timeBehind(askedAt: Date, known: readonly (Date | null | undefined)[], behindMs = 1): number {
  const times = known.map((time) => (time ? time.getTime() + behindMs : 0));
  return Math.max(askedAt.getTime(), ...times) / 1000;
}

/** Events come from the node that carries the media (event-sink.md §1). */
function nodeOf({ listed, known }: SeenLeg): string {
  return known?.node || listed.media_node || listed.signalling_node || 'unknown';
}

/** Everything of a leg that we know nothing of. Of one that we do, what was not known, or is not so any more. */
function seenData({ listed, known }: SeenLeg, askedAt: Date): Observation['data'] {
  const { id: uuid, call_uuid: call_id, connect_time: connectedAt, ...data } = listed;
  if (!known) return { ...data, uuid, call_id, connect_time: connectedAt && unixSeconds(connectedAt) };
  const untold: (keyof ListedParticipant)[] = [
    ...untoldFields(known, listed, askedAt),
    ...(known.role === null ? (['role'] as const) : []),
    ...(known.protocol === null ? (['protocol', 'source_alias', 'call_tag'] as const) : []),
  ];
  // Under the id that its node has for it.
  return { uuid: known.id, ...Object.fromEntries(untold.map((field) => [field, listed[field]])) };
}

function goneData(leg: KnownLeg, past: readonly PastLeg[]): Observation['data'] {
  const found = pastOf(leg, past);
  const gone = { uuid: leg.id, conference: leg.serviceName };
  if (found?.conferenceName !== undefined && mainNameOf(found.conferenceName) !== leg.mainName) {
    // It was moved and ended there (missed-legs.ts): from here it was gone when it was last heard of, or when it came there.
    const [heardAt, cameAt] = [leg.heardAt ?? leg.connectedAt, found.startedAt].map((time) => time?.getTime() ?? 0);
    const goneAt = Math.max(heardAt!, cameAt!);
    return { ...gone, end_time: goneAt > 0 ? goneAt / 1000 : undefined };
  }
  // A reason says that the end is the true one (stays-inside.ts).
  const reason = found?.endedAt && found.disconnectReason;
  return { ...gone, end_time: found?.endedAt && unixSeconds(found.endedAt), disconnect_reason: reason };
}

/** History's word on this very leg, else the latest of its conversation that is not about an earlier stay. */
function pastOf(leg: KnownLeg, past: readonly PastLeg[]): PastLeg | undefined {
  const own = past.find(({ id }) => id === leg.id);
  if (own) return own;
  const heardAt = (leg.heardAt ?? leg.connectedAt)?.getTime() ?? 0;
  return past
    .filter(({ conversationId, endedAt }) => {
      return conversationId === leg.conversationId && endedAt && endedAt.getTime() >= heardAt - SAME_MOMENT_MS;
    })
    .sort((left, right) => right.endedAt!.getTime() - left.endedAt!.getTime())[0];
}

function endedData({ serviceName }: KnownPlace): Observation['data'] {
  return { name: serviceName };
}
