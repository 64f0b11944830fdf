import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withClocksApart } from '@/lib/testing/clocks-apart';
import { inMemoryProjection } from '@/lib/testing/in-memory-projection';
import { sampleMeeting } from '@/lib/testing/sample-meetings';
import { asTold, inOrderOfNames, type SamplePerson } from '@/lib/testing/sample-truth';
import { sampleConference, sampleEvent, sampleLeg, seededRandom, shuffled } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import { dateOf } from './event-order';
import type { ReceivedEvent, SinkStart } from './sink-starts';

// Many cases take seconds, and more on a machine that has other work.
const TIMEOUT = { timeout: 240_000 };

/** How events come: shuffled, some of them twice, in batches of any size. */
function delivered(events: readonly ReceivedEvent[], seed: number): ReceivedEvent[][] {
  const random = seededRandom(seed);
  const again = events.filter(() => random() < 0.2);
  // Sometimes nearly in order, as when one node's backlog comes late; sometimes without any.
  const cut = Math.floor(random() * events.length);
  const rolled = [...events.slice(cut), ...events.slice(0, cut)];
  let rest = random() < 0.3 ? [...rolled, ...again] : shuffled([...events, ...again], random);
  const most = [1, 4, 20, 1000][Math.floor(random() * 4)]!;
  const batches: ReceivedEvent[][] = [];
  while (rest.length > 0) {
    const size = 1 + Math.floor(random() * most);
    batches.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return batches;
}

/** Without a Management Node, with one that answers, and with one that was silent for a while. */
const TELLING = [() => true, () => false, ({ at }: SinkStart) => at.getTime() % 3 > 0];

/** Every kind of row. */
function picture(batches: readonly (readonly ReceivedEvent[])[], how?: Parameters<typeof inMemoryProjection>[0]) {
  const { apply, settle, people, conferences, legs, nodes, media, windows, sinkStarts } = inMemoryProjection(how);
  for (const batch of batches) apply(batch);
  settle();
  const byName = <T>(rows: ReadonlyMap<string, T>) =>
    Object.fromEntries([...rows].sort(([left], [right]) => (left < right ? -1 : 1)));
  const inOrder = (starts: { at: Date; tells: boolean }[]) => [...starts].sort((a, b) => Number(a.at) - Number(b.at));
  const starts = [...sinkStarts].map(([node, some]) => [node, inOrder(some)] as const);
  const ofLegs = { legs: byName(legs), media: byName(media), windows: byName(windows) };
  const ofNodes = { nodes: byName(nodes), starts: byName(new Map(starts)) };
  return { people: byName(people), conferences: byName(conferences), ...ofLegs, ...ofNodes };
}

describe('all rows are those of the ordered stream, however it was shuffled, repeated and batched', TIMEOUT, () => {
  test('in generated meetings', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(2), (seed, delivery, telling) => {
        const meeting = sampleMeeting(seed);
        const how = { tickets: meeting.tickets, tells: TELLING[telling] };
        const events = storedOnce(meeting.events);
        const inPieces = { ...how, settledWithEach: delivery % 3, tellEvery: delivery % 4 };
        expect(picture(delivered(events, delivery), inPieces)).toEqual(picture([events], how));
      }),
      { numRuns: 1000 },
    );
  });

  test('in generated meetings whose nodes have clocks of their own', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(2), (seed, delivery, telling) => {
        const meeting = sampleMeeting(seed);
        const how = { tickets: meeting.tickets, tells: TELLING[telling] };
        const events = storedOnce(withClocksApart(meeting.events, seed));
        const inPieces = { ...how, settledWithEach: delivery % 3, tellEvery: delivery % 4 };
        expect(picture(delivered(events, delivery), inPieces)).toEqual(picture([events], how));
      }),
      { numRuns: 500 },
    );
  });

  test('when events make no sense together', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(2), (nonsense, delivery, telling) => {
        const random = seededRandom(nonsense);
        const legs = ['leg-1', 'leg-2', 'leg-3'].flatMap((leg) => sampleLeg(leg, 'Room', random));
        // Sometimes none of what tells of the conference came.
        const carrying = random() < 0.7 ? ['192.0.2.11', '192.0.2.12'] : [];
        const nodes = carrying.flatMap((node) => sampleConference('Room', node, random));
        const events = storedOnce([...legs, ...nodes, ...observations(random)]).map((event) => {
          // Some by a clock that is far ahead of ours.
          const isAhead = random() < 0.2;
          return isAhead ? { ...event, receivedAt: dateOf(event.envelope.time - 200 * random()) } : event;
        });
        const how = { tells: TELLING[telling] };
        const inPieces = { ...how, settledWithEach: delivery % 3, tellEvery: delivery % 4 };
        expect(picture(delivered(events, delivery), inPieces)).toEqual(picture([events], how));
      }),
      { numRuns: 1000 },
    );
  });

  test('when the same end of a conference is told again, after a sign of life', () => {
    const at = (time: number) => ({ time: 1_760_000_000 + time });
    const leg = { uuid: 'leg-1', conference: 'Room', service_type: 'conference' };
    const ended = { name: 'Room', end_time: at(60).time };
    const events = storedOnce([
      sampleEvent('participant_connected', leg, at(0)),
      sampleEvent('participant_updated', leg, at(63)),
      sampleEvent('conference_ended', ended, at(62)),
      sampleEvent('conference_ended', ended, at(64)),
    ]);
    const ordered = picture([events]);
    expect(ordered.legs['leg-1']?.endKnownBy).toBe('conference_ended');
    expect(picture(events.map((event) => [event]))).toEqual(ordered);
    expect(picture([...events].reverse().map((event) => [event]))).toEqual(ordered);
  });

  test.each(['events', 'events.synthetic'])('in the recorded %s', (name) => {
    const lines = readFileSync(`lib/testing/fixtures/${name}.jsonl`, 'utf8').trim().split('\n');
    const events = storedOnce(lines.map((line) => (JSON.parse(line) as { payload: unknown }).payload));
    const ordered = picture([events]);
    expect(Object.keys(ordered.people).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.nat(), (delivery) => {
        expect(picture(delivered(events, delivery))).toEqual(ordered);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Restarts and findings at any time, about what is there and what is not. */
function observations(random: () => number): unknown[] {
  const nodes = ['192.0.2.11', '192.0.2.12'];
  return Array.from({ length: 6 }, () => {
    const node = nodes[Math.floor(random() * 2)]!;
    const time = 1_760_000_000 + Math.floor(random() * 200);
    const leg = `leg-${1 + Math.floor(random() * 3)}`;
    const kinds = [
      { event: 'eventsink_started', seq: 1, data: {} },
      { event: 'mayfly_participant_seen', seq: 0, data: { uuid: leg, conference: 'Room', protocol: 'SIP' } },
      { event: 'mayfly_participant_gone', seq: 0, data: { uuid: leg, conference: 'Room', end_time: time - 5 } },
      { event: 'mayfly_participant_gone', seq: 0, data: { uuid: leg } },
      { event: 'mayfly_conference_gone', seq: 0, data: { name: 'Room' } },
    ];
    // Restarts above all: a leg's end depends on which of them came first.
    return { node, time, version: 2, ...kinds[random() < 0.4 ? 0 : Math.floor(random() * kinds.length)]! };
  });
}

describe('the picture is true', TIMEOUT, () => {
  test('of everybody in generated meetings', () => {
    fc.assert(fc.property(fc.nat(), isTrue), { numRuns: 1000 });
  });

  // When somebody came and left has no one truth then; who they are, and that they were inside and are gone, has.
  test('of who was there in generated meetings whose nodes have clocks of their own', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const meeting = sampleMeeting(seed);
        const events = storedOnce(withClocksApart(meeting.events, seed));
        const { people } = picture([events], { tickets: meeting.tickets });
        const presence = ({ name, isCounted, joinedAt, leftAt }: SamplePerson) => ({
          ...{ name, isCounted, wasInside: joinedAt !== null, isGone: leftAt !== null },
        });
        for (const { serviceName, people: those } of [meeting, meeting.other]) {
          const told = asTold(people[serviceName] ?? []).map(presence);
          expect(told).toEqual(inOrderOfNames(those).map(presence));
        }
      }),
      { numRuns: 500 },
    );
  });

  function isTrue(seed: number): void {
    const meeting = sampleMeeting(seed);
    const { tickets } = meeting;
    const agents = new Set([...tickets.values()].flatMap((ticket) => (ticket.agentId ? ticket.displayName : [])));
    const { people, conferences } = picture([storedOnce(meeting.events)], { tickets });
    for (const { serviceName, people: those, hostJoinedAt } of [meeting, meeting.other]) {
      expect(asTold(people[serviceName] ?? [])).toEqual(inOrderOfNames(those));
      if (those.length === 0) continue;
      const told = (people[serviceName] ?? []).filter(({ agentId }) => agentId !== null);
      expect(new Set(told.map(({ displayName }) => displayName))).toEqual(
        new Set(those.map(({ name }) => name).filter((name) => agents.has(name))),
      );
      const attended = those.filter((person) => person.isCounted && person.joinedAt !== null);
      const first = (some: SamplePerson[]) =>
        some.length === 0 ? null : dateOf(Math.min(...some.map(({ joinedAt }) => joinedAt!)));
      expect(conferences[serviceName]).toMatchObject({
        people: attended.length,
        firstJoinedAt: first(attended),
        hostJoinedAt: hostJoinedAt === null ? null : dateOf(hostJoinedAt),
        answeredAt: first(attended.filter(({ name }) => agents.has(name))),
        endedAt: expect.any(Date) as Date,
      });
    }
  }
});
