import { isControl } from '@/lib/conferences/control-leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { conversationOf, type ListedParticipant } from '@/lib/management/participants';
import { absenceBeliever } from './believe-absence';
import { grouped } from './grouped';
import type { Known, KnownLeg, KnownPlace } from './known';
import { legFinder } from './leg-finder';
import type { Listing } from './listing';
import { isHeardBefore, isSilent, SAME_MOMENT_MS } from './moments';
import { untoldFields } from './untold-fields';

/** A leg that is listed, of which we know nothing, too little, something else, or that it is over. */
export interface SeenLeg {
  listed: ListedParticipant;
  /** Null when we know nothing of it as it is now. */
  known: KnownLeg | null;
}

export interface Differences {
  seen: SeenLeg[];
  gone: KnownLeg[];
  endedPlaces: KnownPlace[];
}

/**
 * What the Management Node's lists and our rows say differently. Only what was so for a moment counts: an event may be on
 * its way to us, and what happened just now may not be listed yet.
 */
export function findDifferences(listing: Listing, known: Known): Differences {
  return { seen: seenLegs(listing, known), gone: goneLegs(listing, known), endedPlaces: endedPlaces(listing, known) };
}

function seenLegs({ participants, askedAt }: Listing, { legs, ours }: Known): SeenLeg[] {
  const byConversation = grouped(legs, ({ conversationId }) => conversationId);
  // A leg that was read twice is told once.
  const once = [...new Map(participants.map((participant) => [participant.id, participant])).values()];
  const findLeg = legFinder(once, legs);
  return once.flatMap((listed): SeenLeg[] => {
    const leg = findLeg(listed);
    // Of who came back, what is known is of the stay before.
    if (leg && cameBack(leg, listed, askedAt)) return [{ listed, known: null }];
    if (leg) return isOutdated(leg, listed, askedAt) || isWronglyOver(leg, askedAt) ? [{ listed, known: leg }] : [];
    if (!listed.conference || !ours.has(mainNameOf(listed.conference))) return [];
    const sameConversation = byConversation.get(conversationOf(listed)) ?? [];
    const isUnheardOf = sameConversation.every(
      (other) => isLongOver(other, askedAt) || (listed.has_media === true && lacksMedia(other, askedAt)),
    );
    return isUnheardOf ? [{ listed, known: null }] : [];
  });
}

function isOutdated(leg: KnownLeg, listed: ListedParticipant, askedAt: Date): boolean {
  return leg.disconnectedAt === null && untoldFields(leg, listed, askedAt).length > 0;
}

/** A browser's control leg whose media were never reported, though they have had the time. */
function lacksMedia(leg: KnownLeg, askedAt: Date): boolean {
  return leg.disconnectedAt === null && isControl(leg) && isHeardBefore(leg.heardAt ?? leg.connectedAt, askedAt);
}

/** Connected again after the end that its node reported: then what told of that was lost. */
function cameBack({ disconnectedAt, endKnownBy }: KnownLeg, listed: ListedParticipant, askedAt: Date): boolean {
  const { connect_time: connectedAt } = listed;
  if (!connectedAt || !disconnectedAt || endKnownBy !== 'reported') return false;
  return connectedAt > disconnectedAt && isHeardBefore(connectedAt, askedAt);
}

/** Thought to be over by inference, and listed all the same. What its node reported of this stay is final. */
function isWronglyOver(leg: KnownLeg, askedAt: Date): boolean {
  if (!leg.disconnectedAt || leg.endKnownBy === null || leg.endKnownBy === 'reported') return false;
  // That a conference ended was reported too, a moment ago perhaps, and the list may not have heard of it.
  return leg.endKnownBy === 'conference_ended' ? isLongOver(leg, askedAt) : true;
}

function isLongOver({ disconnectedAt }: KnownLeg, askedAt: Date): boolean {
  return disconnectedAt !== null && disconnectedAt.getTime() < askedAt.getTime() - SAME_MOMENT_MS;
}

function goneLegs(listing: Listing, { legs, heardOfLately, nodesHeardAt }: Known): KnownLeg[] {
  const { participants, unreadIn, askedAt } = listing;
  const ids = new Set(participants.map(({ id }) => id));
  const conversations = new Set(participants.map(conversationOf));
  const isAbsenceBelieved = absenceBeliever(listing, nodesHeardAt);
  return legs.filter(
    (leg) =>
      leg.disconnectedAt === null &&
      !mayHoldAnyone(unreadIn, leg.serviceName) &&
      !ids.has(leg.id) &&
      !conversations.has(leg.conversationId) &&
      isSilent(leg.heardAt ?? leg.connectedAt, askedAt) &&
      !heardOfLately.has(`leg:${leg.id}`) &&
      isAbsenceBelieved(leg.node),
  );
}

/** Whether a row that cannot be read may be about somebody there. */
function mayHoldAnyone(unreadIn: Listing['unreadIn'], serviceName: string): boolean {
  return unreadIn.has(undefined) || unreadIn.has(serviceName);
}

function endedPlaces(listing: Listing, { places, heardOfLately, nodesHeardAt }: Known): KnownPlace[] {
  if (!listing.places) return [];
  const placesOf = grouped(listing.places, ({ conference }) => conference);
  const withPeople = new Set(listing.participants.map(({ conference }) => conference));
  const isAbsenceBelieved = absenceBeliever(listing, nodesHeardAt);
  return places.filter(({ serviceName, node, startedAt }) => {
    const nodes = (placesOf.get(serviceName) ?? []).map((place) => place.node);
    // The lists were made one after the other: somebody is in it, so it is not over, and the next look will tell.
    if (nodes.length === 0 && withPeople.has(serviceName)) return false;
    if (mayHoldAnyone(listing.unreadIn, serviceName)) return false;
    if (heardOfLately.has(`conference:${serviceName}@${node}`)) return false;
    if (nodes.includes(node) || !nodes.every(isAddress)) return false;
    return isSilent(startedAt, listing.askedAt) && isAbsenceBelieved(node);
  });
}

/** Events name nodes by address; a list that names them otherwise does not say which of them carries it. */
function isAddress(node: string): boolean {
  return /^[\d.]+$|:/.test(node);
}
