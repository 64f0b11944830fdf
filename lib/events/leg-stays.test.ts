import { describe, expect, test } from 'vitest';
import { reportedId } from '@/lib/conferences/stay-id';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { EventEnvelope } from './envelope';
import { foldAll } from './fold';
import { NOTHING_ENDED } from './leg-end';
import { legRow } from './leg-row';
import { changedStays, stayRows } from './leg-stays';
import { legFold } from './project-leg';

const stateAfter = (events: EventEnvelope[]) => foldAll(legFold, storedOnce(events))!.state;
/** The stays that are over, and then the one that goes on or ended last. */
function stays(...events: EventEnvelope[]) {
  const state = stateAfter(events);
  return [...stayRows('leg-1', state), legRow('leg-1', state, NOTHING_ENDED)!];
}
/** Where, connected, joined and disconnected when, in seconds since the start. */
const times = (...events: EventEnvelope[]) =>
  stays(...events).map(({ serviceName, connectedAt, joinedAt, disconnectedAt }) => [
    serviceName,
    ...[connectedAt, joinedAt, disconnectedAt].map((time) => time && time.getTime() / 1000 - START),
  ]);

const START = 1_760_000_000;
const event = (name: string, after: number, data: object) =>
  sampleEvent(name, { uuid: 'leg-1', service_type: 'conference', ...data }, { time: START + after, seq: after });
const connected = (after: number, data = {}) => event('participant_connected', after, { conference: 'A', ...data });
const updated = (after: number, data = {}) => event('participant_updated', after, data);
const disconnected = (after: number, data = {}) => event('participant_disconnected', after, data);
const ROOM = '_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';

describe('a leg that is moved to another conference', () => {
  const moved = updated(600, { conference: 'B', connect_time: START });

  test('was in the first until then, and is in the other since then, whatever its call says of when it began', () => {
    expect(times(connected(0), moved, disconnected(900, { conference: 'B', connect_time: START }))).toEqual([
      ['A', 0, 0, 600],
      ['B', 600, 600, 900],
    ]);
  });

  test('leaves the first for good, and keeps there what it was there', () => {
    const [first, second] = stays(connected(0, { role: 'chair', has_media: true }), updated(600, { conference: 'B' }));
    expect(first).toMatchObject({ role: 'host', hasMedia: true, endKnownBy: 'reported', disconnectReason: null });
    expect(second).toMatchObject({ hasMedia: true, disconnectedAt: null });
    expect(stays(connected(0, { role: 'guest' }), updated(600, { conference: 'B', role: 'chair' }))[0]?.role).toBe(
      'guest',
    );
  });

  test('is inside there when it was inside, although the update does not say so again', () => {
    const partial = { ...moved, data: { uuid: 'leg-1', conference: 'B' } };
    expect(times(connected(0), partial)[1]).toEqual(['B', 600, 600, null]);
    expect(times(connected(0, { service_type: 'ivr' }), partial)[1]).toEqual(['B', 600, null, null]);
  });

  test('and back was in the first twice, whichever rooms it went through', () => {
    const inRoom = updated(100, { conference: `A${ROOM}` });
    const back = updated(700, { conference: 'A' });
    expect(times(connected(0), inRoom, moved, back)).toEqual([
      [`A${ROOM}`, 0, 0, 600],
      ['B', 600, 600, 700],
      ['A', 700, 700, null],
    ]);
  });

  test('of which only its disconnect tells went there with that', () => {
    expect(times(connected(0), disconnected(900, { conference: 'B', end_time: START + 899 }))).toEqual([
      ['A', 0, 0, 899],
      ['B', null, null, 899],
    ]);
  });

  test('is there, though its disconnect from the first is told after that', () => {
    const left = disconnected(601.5, { conference: 'A', end_time: START + 600, disconnect_reason: 'Call transferred' });
    const later = updated(630, { conference: 'B', is_muted: true });
    expect(times(connected(0), moved, left, later)).toEqual([
      ['A', 0, 0, 600],
      ['B', 600, 600, null],
    ]);
    expect(stays(connected(0), moved, left)[0]).toMatchObject({
      ...{ disconnectReason: 'Call transferred', endKnownBy: 'reported' },
    });
    // Without an end of its own it ends nothing later than the move did.
    expect(times(connected(0), moved, disconnected(601.5, { conference: 'A' }))[0]).toEqual(['A', 0, 0, 600]);
    expect(times(connected(0), moved, left, disconnected(900, { conference: 'B' }))[1]).toEqual(['B', 600, 600, 900]);
    const back = updated(700, { conference: 'A' });
    expect(times(connected(0), moved, left, back, disconnected(900, { conference: 'A' }))).toEqual([
      ['A', 0, 0, 600],
      ['B', 600, 600, 700],
      ['A', 700, 700, 900],
    ]);
  });

  test('is there with a connect that tells when its call began, after it left the first', () => {
    const left = disconnected(600, { conference: 'A', connect_time: START });
    const there = connected(600.5, { conference: 'B', connect_time: START });
    expect(times(connected(0, { connect_time: START }), left, there, updated(630, { conference: 'B' }))).toEqual([
      ['A', 0, 0, 600],
      ['B', 600.5, 600.5, null],
    ]);
    const early = connected(599.5, { conference: 'B', connect_time: START });
    expect(times(connected(0), early, left)).toEqual([
      ['A', 0, 0, 599.5],
      ['B', 599.5, 599.5, null],
    ]);
  });

  test('after its disconnect is nowhere else', () => {
    expect(times(connected(0), disconnected(500), moved)).toEqual([['A', 0, 0, 500]]);
  });
});

describe('a leg that comes back under its id', () => {
  const events = [connected(0), disconnected(500), connected(501, { conference: `A${ROOM}`, connect_time: null })];

  test('keeps the stay that is over', () => {
    expect(times(...events, updated(600, { connect_time: START }))).toEqual([
      ['A', 0, 0, 500],
      [`A${ROOM}`, 500, 501, null],
    ]);
  });

  test('is one person with it, also where no conversation is told', () => {
    expect(stays(...events)).toMatchObject([
      { id: 'leg-1~1', conversationId: 'leg-1', relatedIds: ['leg-1'] },
      { id: 'leg-1', conversationId: 'leg-1' },
    ]);
    expect(stays(...events).map(reportedId)).toEqual(['leg-1', 'leg-1']);
    expect(reportedId({ id: 'leg-1', relatedIds: ['leg'] })).toBe('leg-1');
  });
});

describe('a leg that came back, of which the connect was lost', () => {
  const first = [connected(0), disconnected(500)];

  test.each(['A', 'B'])('is there again in %s with an update that says it connected after its end', (conference) => {
    const later = updated(700, { conference, connect_time: START + 550 });
    expect(times(...first, later, updated(760, { is_muted: true }))).toEqual([
      ['A', 0, 0, 500],
      [conference, 550, 550, null],
    ]);
    expect(times(...first, later, disconnected(900, { conference, connect_time: START + 550 }))[1]).toEqual([
      ...[conference, 550, 550, 900],
    ]);
  });

  test('is there again when it is listed with such a time', () => {
    const seen = event('mayfly_participant_seen', 700, { conference: 'A', connect_time: START + 550 });
    expect(times(...first, seen)[1]).toEqual(['A', 550, 550, null]);
  });

  test('and of which nothing but its disconnect tells was there until then', () => {
    const end = disconnected(900, { connect_time: START + 550, duration: 350 });
    expect(times(...first, end)).toEqual([
      ['A', 0, 0, 500],
      ['A', 550, 550, 900],
    ]);
  });

  test('has not come back with what is told of the stay that is over', () => {
    for (const connect_time of [null, START, START + 500]) {
      expect(times(...first, updated(501, { connect_time }))).toEqual([['A', 0, 0, 500]]);
      expect(times(...first, disconnected(501, { connect_time, end_time: START + 500 }))).toHaveLength(1);
    }
  });
});

test('only stays that are not as they were are written, and those that were none are taken away', () => {
  const twice = stateAfter([connected(0), disconnected(5), connected(6)]);
  const moved = stateAfter([connected(0), disconnected(5), connected(6), updated(9, { conference: 'B' })]);
  const ids = ({ written, gone, mainNames }: ReturnType<typeof changedStays>) => [
    written.map(({ id }) => id),
    gone,
    mainNames,
  ];
  expect(ids(changedStays('leg-1', undefined, twice))).toEqual([['leg-1~1'], [], ['A']]);
  expect(ids(changedStays('leg-1', twice, twice))).toEqual([[], [], []]);
  expect(ids(changedStays('leg-1', twice, moved))).toEqual([['leg-1~2'], [], ['A']]);
  expect(ids(changedStays('leg-1', moved, twice))).toEqual([[], ['leg-1~2'], ['A']]);
});

test('a leg that is moved without end has the rows of its first stays', () => {
  const moves = Array.from({ length: 60 }, (_, index) => updated(index + 1, { conference: index % 2 ? 'A' : 'B' }));
  const rows = stays(connected(0), ...moves);
  expect(rows).toHaveLength(21);
  expect(rows.at(-1)).toMatchObject({ serviceName: 'A', connectedAt: new Date((START + 60) * 1000) });
  const state = stateAfter([connected(0), ...moves]);
  expect(stayRows('x'.repeat(100), state).every(({ id }) => id.length <= 100)).toBe(true);
});
