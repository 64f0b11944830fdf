import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@/lib/db/client';
import { upsertRows } from '@/lib/db/upsert-rows';
import type { Conference, EndedBy } from './conference';
import type { LegMediaRow, LegRow, StreamFigures } from './leg';
import { mediaSpans } from './media-while-here';
import type { Person } from './person';
import { projectConference } from './project-conference';
import { decidingMoments } from './quality-moments-store';
import { ticketsAmong } from './ticket-holders-store';

interface Known {
  conference: Conference | null;
  people: Person[];
}

/** What of a conference became another, for whoever wants to tell of it. */
export interface ConferenceChange {
  serviceName: string;
  before: Known;
  after: Known;
}

/**
 * Computes people and facts of these conferences anew from all their legs and nodes, and writes those that are not as they
 * were.
 *
 * @returns the conferences of which anything changed
 */
export async function projectConferences(tx: Transaction, names: readonly string[]): Promise<ConferenceChange[]> {
  if (names.length === 0) return [];
  const mainName = { in: [...names] };
  const legs = byName(await tx.participantLeg.findMany({ where: { mainName }, omit: { folding: true } }), 'mainName');
  const nodes = byName(await tx.conferenceNode.findMany({ where: { mainName }, omit: { folding: true } }), 'mainName');
  const before = await knownOf(tx, names);
  const allLegs = [...legs.values()].flat();
  const [media, tickets] = [await mediaOf(tx, allLegs), await ticketsAmong(tx, allLegs, names)];
  const moments = await decidingMoments(tx, [...legs.values()].map(mediaSpans));

  const changes = names.flatMap((serviceName): ConferenceChange[] => {
    const own = { legs: legs.get(serviceName) ?? [], nodes: nodes.get(serviceName) ?? [] };
    const { conference, people } = projectConference(serviceName, { ...own, media, moments, tickets });
    const after = { conference, people: inOrder(people) };
    const change = { serviceName, before: before(serviceName), after };
    return isDeepStrictEqual(change.before, change.after) ? [] : [change];
  });
  await write(tx, changes);
  return changes;
}

async function knownOf(tx: Transaction, names: readonly string[]): Promise<(serviceName: string) => Known> {
  const serviceName = { in: [...names] };
  const people = byName(await tx.participant.findMany({ where: { serviceName } }), 'serviceName');
  const conferences = byName(await tx.conference.findMany({ where: { serviceName } }), 'serviceName');
  return (name) => ({
    conference: (conferences.get(name) ?? []).map(conferenceOfRow)[0] ?? null,
    people: inOrder(
      (people.get(name) ?? []).map((row) => ({ ...row, streams: row.streams as StreamFigures[] | null })),
    ),
  });
}

type ConferenceRow = Awaited<ReturnType<Transaction['conference']['findFirstOrThrow']>>;

function conferenceOfRow({ durationMs, endedBy, ...row }: ConferenceRow): Conference {
  return { ...row, durationMs: durationMs === null ? null : Number(durationMs), endedBy: endedBy as EndedBy | null };
}

async function write(tx: Transaction, changes: readonly ConferenceChange[]): Promise<void> {
  await upsertRows(
    tx,
    'conference',
    ['serviceName'],
    changes.flatMap(({ after }) => after.conference ?? []),
  );
  const none = changes.flatMap(({ after, serviceName }) => (after.conference ? [] : serviceName));
  if (none.length > 0) await tx.conference.deleteMany({ where: { serviceName: { in: none } } });
  const people = changes.flatMap(({ before, after }) => changedOf(before.people, after.people));
  await upsertRows(tx, 'participant', ['serviceName', 'conversationId'], people);
  // Two legs that turn out to be of one conversation leave one person where there were two.
  const gone = changes.flatMap(({ before, after }) => {
    const present = new Set(after.people.map(({ conversationId }) => conversationId));
    return before.people.filter(({ conversationId }) => !present.has(conversationId));
  });
  if (gone.length === 0) return;
  const keys = gone.map(({ serviceName, conversationId }) => ({ serviceName, conversationId }));
  await tx.participant.deleteMany({ where: { OR: keys } });
}

function changedOf(before: readonly Person[], after: readonly Person[]): Person[] {
  const known = new Map(before.map((person) => [person.conversationId, person]));
  return after.filter((person) => !isDeepStrictEqual(person, known.get(person.conversationId)));
}

/** The media of these legs, and of those they name as theirs: a node may report under either. */
async function mediaOf(tx: Transaction, legs: readonly LegRow[]): Promise<Map<string, LegMediaRow>> {
  const legId = { in: [...new Set(legs.flatMap(({ id, relatedIds }) => [id, ...relatedIds]))] };
  if (legId.in.length === 0) return new Map();
  const rows = await tx.legMedia.findMany({ where: { legId }, omit: { folding: true } });
  return new Map(rows.map((row) => [row.legId, { ...row, streams: row.streams as StreamFigures[] | null }]));
}

function byName<Key extends string, Row extends Record<Key, string>>(rows: readonly Row[], key: Key) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

function inOrder(people: readonly Person[]): Person[] {
  return [...people].sort((left, right) => (left.conversationId < right.conversationId ? -1 : 1));
}
