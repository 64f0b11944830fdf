import type { Conference } from './conference';
import { conferenceFacts, type ConferenceNodeRow } from './conference-facts';
import { hostJoinedAt } from './host-joined';
import type { LegMediaRow, LegRow } from './leg';
import { mediaSpans, mediaWhileHere } from './media-while-here';
import { peopleOfLegs } from './people-of-legs';
import type { Person } from './person';
import type { QualityMoment } from './quality-moments';
import { brokenStays } from './stays-inside';
import type { HeldTicket } from './ticket-holders';

/** What is known of one conference, and beside it of whatever others. */
interface Sources {
  /** All of the conference. */
  legs: readonly LegRow[];
  /** Each node's share of it. */
  nodes: readonly ConferenceNodeRow[];
  /** By the id under which they were told. */
  media: ReadonlyMap<string, LegMediaRow>;
  /** At least those that decide (quality-moments.ts). */
  moments: readonly QualityMoment[];
  /** Those among the call tags, and whose they are. */
  tickets: ReadonlyMap<string, HeldTicket>;
}

/**
 * Who was in a conference and what it came to, which is null where nobody and no node is known of any more: a leg may turn out
 * never to have been where it was told to be. Pure.
 */
export function projectConference(
  serviceName: string,
  { legs, nodes, media, moments, tickets }: Sources,
): { conference: Conference | null; people: Person[] } {
  if (legs.length === 0 && nodes.length === 0) return { conference: null, people: [] };
  const people = peopleOfLegs(legs, mediaWhileHere(media, mediaSpans(legs), moments), tickets);
  const conference = conferenceFacts(serviceName, nodes, people, brokenStays(people, legs), hostJoinedAt(legs));
  return { conference, people };
}
