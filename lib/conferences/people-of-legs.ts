import { isControl } from './control-leg';
import { legsByPerson } from './conversations';
import type { LegMediaRow, LegRow, StreamFigures } from './leg';
import type { Person } from './person';
import { isOutside, RINGING } from './stage';
import { awayBetween, staysInside } from './stays-inside';
import { isOpen, tellingLegs } from './telling-legs';
import { ticketOf, type HeldTicket } from './ticket-holders';
import { earliestOf, latestOf } from './times';

/**
 * The people of one conference, from all its legs: a browser brings a control leg and a media leg, and recorders and
 * streams are nobody (event-sink.md §5), and so is who is called and has not answered. In the order of their keys.
 *
 * @param media by leg, also by the ids that legs name as related: media may be told under those
 * @param tickets those of ours that are among the call tags, and whose they are, by id
 */
export function peopleOfLegs(
  legs: readonly LegRow[],
  media: ReadonlyMap<string, LegMediaRow>,
  tickets: ReadonlyMap<string, HeldTicket>,
): Person[] {
  // In one order, so that the same legs give the same people however they were read.
  const known = legs.filter((leg) => !leg.isStreaming).sort((left, right) => (left.id < right.id ? -1 : 1));
  return legsByPerson(known)
    .map((own) => personOf(own, media, tickets))
    .sort((left, right) => (left.conversationId < right.conversationId ? -1 : 1));
}

function personOf(
  legs: readonly LegRow[],
  media: ReadonlyMap<string, LegMediaRow>,
  tickets: ReadonlyMap<string, HeldTicket>,
): Person {
  const telling = tellingLegs(legs);
  const all = [...telling, ...legs];
  const first = <T>(read: (leg: LegRow) => T | null | undefined): T | null =>
    all.map(read).find((value) => value !== null && value !== undefined) ?? null;
  const ticket = first((leg) => ticketOf(leg, tickets));
  const main = legs[0]!;
  const leaving = leavingOf(telling);
  return {
    serviceName: main.mainName,
    conversationId: conversationOf(legs),
    displayName: first((leg) => leg.displayName) ?? ticket?.displayName ?? null,
    address: first((leg) => leg.address),
    protocol: first((leg) => leg.protocol),
    role: lastHere(telling).some((leg) => leg.role === 'host') ? 'host' : first((leg) => leg.role),
    ticketId: ticket?.id ?? null,
    agentId: first((leg) => ticketOf(leg, tickets)?.agentId),
    isCounted: !legs.every((leg) => isControl(leg) || leg.stage === RINGING),
    ...presenceOf(telling),
    arrivedAt: earliestOf(legs.map((leg) => (leg.stage === RINGING ? null : leg.connectedAt))),
    joinedAt: joinedAtOf(legs),
    ...leaving,
    awayMs: awayBetween(staysInside(legs, leaving.leftAt), leaving.leftAt),
    ...qualityOf(all, media),
  };
}

/** The conversation of the first leg: the least likely to become another one while legs come and go. */
function conversationOf(legs: readonly LegRow[]): string {
  const first = legs.reduce((earliest, leg) =>
    earliest.connectedAt && (!leg.connectedAt || earliest.connectedAt <= leg.connectedAt) ? earliest : leg,
  );
  return first.conversationId;
}

/** The legs that are there; of who has left, those that were there when the last of them came. What others were is past. */
function lastHere(telling: readonly LegRow[]): readonly LegRow[] {
  const open = telling.filter(isOpen);
  if (open.length > 0) return open;
  const lastCameAt = latestOf(telling.map((leg) => leg.connectedAt));
  return telling.filter((leg) => leg.connectedAt === lastCameAt || !lastCameAt || leg.disconnectedAt! >= lastCameAt);
}

/** The first moment inside. Of who has media, these decide whether they were let in at all, as they do of who waits. */
function joinedAtOf(legs: readonly LegRow[]): Date | null {
  const withMedia = legs.filter((leg) => leg.hasMedia);
  const wasLetIn = withMedia.length === 0 || withMedia.some((leg) => leg.joinedAt !== null);
  return wasLetIn ? earliestOf(legs.map((leg) => leg.joinedAt)) : null;
}

/** What is so now, and so of nobody who has left. */
function presenceOf(telling: readonly LegRow[]): Pick<Person, 'isWaiting' | 'isMuted' | 'room'> {
  const open = telling.filter(isOpen);
  const withMedia = open.filter((leg) => leg.hasMedia);
  // A control leg's stage may lag behind the media leg's, so the media decide once there are any.
  const deciding = withMedia.length > 0 ? withMedia : open;
  const here = deciding[0];
  return {
    isWaiting: here !== undefined && deciding.every((leg) => isOutside(leg.stage)),
    isMuted: deciding.some((leg) => leg.isMuted),
    room: here && here.serviceName !== here.mainName ? here.serviceName : null,
  };
}

/** Left with the last leg, for the reason that one was given. */
function leavingOf(telling: readonly LegRow[]): Pick<Person, 'leftAt' | 'leftReason' | 'leftKnownBy'> {
  if (telling.some(isOpen)) return { leftAt: null, leftReason: null, leftKnownBy: null };
  // An inferred end may be long after the true one: of a control leg it tells nothing when the media's end is known.
  const deciding = telling.filter((leg) => leg.hasMedia || leg.endKnownBy === 'reported');
  const ends = deciding.length > 0 ? deciding : telling;
  const leftAt = latestOf(ends.map((leg) => leg.disconnectedAt));
  const last = ends.find((leg) => leg.disconnectedAt?.getTime() === leftAt?.getTime());
  return { leftAt, leftReason: last?.disconnectReason ?? null, leftKnownBy: last?.endKnownBy ?? null };
}

function qualityOf(
  legs: readonly LegRow[],
  media: ReadonlyMap<string, LegMediaRow>,
): Pick<Person, 'quality' | 'worstQuality' | 'streams'> {
  const ids = new Set(legs.flatMap((leg) => [leg.id, ...leg.relatedIds]));
  const told = [...ids].flatMap((id) => media.get(id) ?? []);
  const worst = Math.max(0, ...told.map((row) => row.worstQuality ?? 0));
  const streams = told.flatMap((row): StreamFigures[] => row.streams ?? []);
  return {
    quality: told.find((row) => row.quality !== null)?.quality ?? null,
    worstQuality: worst || null,
    streams: streams.length > 0 ? streams : null,
  };
}
