import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { comparable, rowsOfProjection } from '@/lib/testing/comparable-rows';
import { computedRows, emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { inMemoryProjection } from '@/lib/testing/in-memory-projection';
import { pick, seededRandom, shuffled } from '@/lib/testing/sample-events';
import { sampleMeeting, type SampleMeeting } from '@/lib/testing/sample-meetings';
import { storedOnce } from '@/lib/testing/stored-once';
import { untilApplied } from '@/lib/testing/until-applied';
import type { EventEnvelope } from './envelope';
import { dateOf } from './event-order';
import { readDelivery } from './read-delivery';
import { letStartsTell } from './sink-start-store';
import { storeEvents } from './store-events';

beforeAll(() => testDatabase());
afterAll(disconnectDatabase);

// Many batches take seconds, and more on a machine that has other work.
const LONG = { timeout: 360_000 };
const CASES = 36;

test('meetings whose events come shuffled, in pieces and again end as those that came in order', LONG, async () => {
  const agent = await database().agent.create({
    data: { email: 'agent@example.com', name: 'Ingrid', passwordHash: 'none' },
  });
  // Others each time; which ones is said where they differ.
  const first = Math.floor(Math.random() * 1_000_000);
  for (let seed = first; seed < first + CASES; seed += 1) {
    const random = seededRandom(seed);
    const meetings = [seed, seed + 1_000_000].map((each) => sampleMeeting(each, { agentId: agent.id }));
    for (const meeting of meetings) await own(meeting);
    const events = meetings.flatMap((meeting) => meeting.events);
    await emptyComputed();
    await deliver(events);
    const inOrder = await computedRows();
    expect(inOrder.people.length).toBeGreaterThan(0);
    expect(comparable(inOrder), `seed ${seed}`).toEqual(comparable(pictureOf(meetings)));

    await emptyComputed();
    // Sometimes starts of sinks tell later than they come, as while a Management Node is silent.
    if (random() < 0.5) await database().sinkStart.createMany({ data: startsAmong(events) });
    const again = shuffled([...events, ...events.slice(0, events.length / 3)], random);
    const most = pick([8, 25, 100], random);
    for (let at = 0; at < again.length;) {
      const size = 1 + Math.floor(random() * most);
      await deliver(again.slice(at, (at += size)));
      if (random() < 0.1) await letStartsTell(null, new Date(1000 * pick(events, random).time));
    }
    await letStartsTell(null, new Date());
    await untilApplied();
    expect(await computedRows(), `seed ${seed}`).toEqual(inOrder);
    expect(await database().eventToApply.count()).toBe(0);
    expect(await database().sinkStart.count({ where: { settledTo: { not: null } } })).toBe(0);
  }
});

function startsAmong(events: readonly EventEnvelope[]) {
  const starts = events.filter(({ event }) => event === 'eventsink_started');
  return starts.map(({ node, time }) => ({ node, at: dateOf(time), tells: false }));
}

/** People and facts are computed for conferences of ours only, and agents known by their tickets. */
async function own({ serviceName, other, tickets }: SampleMeeting): Promise<void> {
  const named = [serviceName, other.serviceName, ...[...tickets.values()].map((ticket) => ticket.serviceName)];
  const ids = new Map<string, string>();
  for (const each of new Set(named)) ids.set(each, (await storedMeeting({ serviceName: each })).id);
  for (const { serviceName: meeting, ...ticket } of tickets.values()) await storedTicket(ids.get(meeting)!, ticket);
}

async function deliver(events: readonly EventEnvelope[]): Promise<void> {
  // With what a reconciler observed.
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events }), 'reconciler'));
  await untilApplied();
}

/** What the property tests hold to be the picture of these events, however they come. */
function pictureOf(meetings: readonly SampleMeeting[]) {
  const projection = inMemoryProjection({ tickets: new Map(meetings.flatMap(({ tickets }) => [...tickets])) });
  projection.apply(storedOnce(meetings.flatMap(({ events }) => events)));
  return rowsOfProjection(projection);
}
