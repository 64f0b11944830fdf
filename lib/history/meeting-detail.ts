import { z } from 'zod';
import type { LegRow } from '@/lib/conferences/leg';
import { mediaSpans } from '@/lib/conferences/media-while-here';
import { changesDuring, type QualityMoment } from '@/lib/conferences/quality-moments';
import { settings } from '@/lib/config/env';
import type { MeetingDetail, QualityChange } from './history-reports';
import { legsOfPeople } from './legs-of-people';
import { reportMeeting } from './list-meetings';
import { reportPerson } from './list-participants';
import { loadPeople, loadRatings, MOST_PEOPLE } from './meeting-detail-store';
import { findMeetingRow } from './meeting-history-store';

/** Figures of a stream; a later version of ours may keep others. */
const Streams = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).catch([]);

/** All that is known of one meeting; null when there is none. */
export async function meetingDetail(id: string, now: Date): Promise<MeetingDetail | null> {
  const row = await findMeetingRow(id);
  if (!row) return null;
  const { people, agents, legs, windows } = await loadPeople(row.serviceName);
  const ratings = await loadRatings(row.id);
  const shown = people.slice(0, MOST_PEOPLE);
  const names = new Map(agents.map((agent) => [agent.id, agent.name]));
  const quality = qualityByPerson(shown, legs, windows);
  return {
    serverTime: now.toISOString(),
    meeting: reportMeeting(row, settings().appUrl, now),
    ratings: ratings.map(({ ticket, ratedAt, ...rating }) => ({
      ...rating,
      displayName: ticket.displayName,
      ratedAt: ratedAt.toISOString(),
    })),
    people: shown.map((person) => ({
      ...reportPerson({ ...person, agent: names.get(person.agentId ?? '') ?? null }, row, now),
      quality: quality.get(person.conversationId) ?? [],
      streams: Streams.parse(person.streams ?? []),
    })),
    isCut: people.length > MOST_PEOPLE,
  };
}

function qualityByPerson(
  people: readonly { conversationId: string }[],
  legs: readonly LegRow[],
  windows: readonly QualityMoment[],
): Map<string, QualityChange[]> {
  const owners = legsOfPeople(legs, new Set(people.map(({ conversationId }) => conversationId)));
  const spans = mediaSpans(legs);
  const byPerson = new Map<string, QualityChange[]>();
  for (const [legId, told] of byLeg(windows)) {
    const owner = owners.get(legId);
    if (owner === undefined) continue;
    const own = spans.get(legId);
    const changes = own ? changesDuring(own, told) : told;
    const shown = changes.map(reportChange);
    byPerson.set(owner, [...(byPerson.get(owner) ?? []), ...shown]);
  }
  // A stable sort: of one leg they are in their order.
  for (const changes of byPerson.values()) changes.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
  return byPerson;
}

function reportChange({ at, quality, lostToNode = null, lostToPerson = null }: QualityMoment): QualityChange {
  // Where nothing is known any more, what was lost before is of the time before.
  const lost = quality === 0 ? { lostToNode: null, lostToPerson: null } : { lostToNode, lostToPerson };
  return { at: at.toISOString(), quality, ...lost };
}

function byLeg(windows: readonly QualityMoment[]): Map<string, QualityMoment[]> {
  const legs = new Map<string, QualityMoment[]>();
  for (const moment of windows) {
    const known = legs.get(moment.legId);
    if (known) known.push(moment);
    else legs.set(moment.legId, [moment]);
  }
  return legs;
}
