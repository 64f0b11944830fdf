import { describe, expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { EventEnvelope } from './envelope';
import { foldAll } from './fold';
import { NOTHING_ENDED, type LegSurroundings } from './leg-end';
import { legRow } from './leg-row';
import { legFold } from './project-leg';

const legAmong = (around: Partial<LegSurroundings>, ...events: EventEnvelope[]) =>
  legRow('leg-1', foldAll(legFold, storedOnce(events))!.state, { ...NOTHING_ENDED, ...around });
const leg = (...events: EventEnvelope[]) => legAmong({}, ...events);
const at = (time: number) => new Date(time * 1000);

const START = 1_760_000_000;
const event = (name: string, time: number, data: object) =>
  sampleEvent(name, { uuid: 'leg-1', ...data }, { time, seq: name.startsWith('mayfly') ? 0 : 1 });
const connected = (time: number, data = {}) => event('participant_connected', time, { conference: 'Room', ...data });
const updated = (time: number, data = {}) => event('participant_updated', time, data);
const disconnected = (time: number, data = {}) => event('participant_disconnected', time, data);
const seen = (time: number, data = {}) => event('mayfly_participant_seen', time, { conference: 'Room', ...data });
const gone = (time: number, data = {}) => event('mayfly_participant_gone', time, data);

describe('a leg of whose end nobody told', () => {
  const inside = { service_type: 'conference' };

  test('is gone when its node lists it no more, at the time that history knows', () => {
    expect(leg(connected(START), gone(START + 60))).toMatchObject({
      disconnectedAt: at(START + 60),
      endKnownBy: 'not_listed',
    });
    const exact = gone(START + 60, { end_time: START + 20, disconnect_reason: 'Call disconnected' });
    expect(leg(connected(START), exact)).toMatchObject({
      disconnectedAt: at(START + 20),
      disconnectReason: 'Call disconnected',
    });
  });

  test('is back with any later sign of life', () => {
    expect(leg(connected(START), gone(START + 60), updated(START + 61))?.disconnectedAt).toBeNull();
    expect(leg(connected(START), gone(START + 60), seen(START + 120))?.disconnectedAt).toBeNull();
  });

  test('is never brought back by being listed once its disconnect was reported', () => {
    const row = leg(connected(START), disconnected(START + 60), seen(START + 61), gone(START + 90));
    expect(row).toMatchObject({ disconnectedAt: at(START + 60), endKnownBy: 'reported' });
  });

  test('ended when the sink of its node began after it was last heard, at the first such time', () => {
    const starts = { sinkStarts: [at(START + 90), at(START + 30), at(START - 5)] };
    expect(legAmong(starts, connected(START))).toMatchObject({
      disconnectedAt: at(START + 30),
      endKnownBy: 'node_restarted',
    });
  });

  test('did not end with a sink that began while it was heard of', () => {
    const starts = { sinkStarts: [at(START + 30)] };
    expect(legAmong(starts, connected(START), updated(START + 31))?.disconnectedAt).toBeNull();
    expect(legAmong(starts, connected(START), updated(START + 30))?.disconnectedAt).toBeNull();
  });

  test('did not end with a sink that began before its media were last told of, but with the next one', () => {
    const starts = { sinkStarts: [at(START + 30), at(START + 90)] };
    expect(legAmong({ ...starts, mediaHeardAt: START + 29 }, connected(START))?.disconnectedAt).toEqual(at(START + 30));
    expect(legAmong({ ...starts, mediaHeardAt: START + 31 }, connected(START))?.disconnectedAt).toEqual(at(START + 90));
    expect(legAmong({ ...starts, mediaHeardAt: START + 91 }, connected(START))?.disconnectedAt).toBeNull();
  });

  test('did not end with a conference whose own end was inferred from that start', () => {
    const start = at(START + 30);
    const around = { sinkStarts: [start], conferenceEndedAt: start, mediaHeardAt: START + 31 };
    expect(legAmong(around, connected(START, inside))?.disconnectedAt).toBeNull();
  });

  test('ended with its conference, although figures of its streams were told after that', () => {
    const around = { conferenceEndedAt: at(START + 60), mediaHeardAt: START + 61 };
    expect(legAmong(around, connected(START, inside))?.endKnownBy).toBe('conference_ended');
  });

  test.each([
    ['was in the call', [connected(START, inside)], true],
    ['was still waiting', [connected(START, { service_type: 'waiting_room' })], true],
    ['was dialling', [connected(START, { service_type: 'connecting' })], false],
    ['was typing the PIN', [connected(START, { service_type: 'ivr' })], false],
    ['had been typing for longer than one may', [connected(START - 61, { service_type: 'ivr' })], true],
    [
      'had been typing since a moment ago',
      [connected(START - 61, { service_type: 'connecting' }), updated(START + 50, { service_type: 'ivr' })],
      false,
    ],
    ['came after it', [connected(START + 61, inside)], false],
    ['came at the very moment', [connected(START + 60, inside)], false],
    [
      'came before and was let in after it',
      [connected(START, { service_type: 'ivr' }), updated(START + 61, inside)],
      false,
    ],
    ['was heard of after it', [connected(START, inside), seen(START + 90, inside)], false],
  ])('that %s when its conference ended there', (_name, events, isGone) => {
    const row = legAmong({ conferenceEndedAt: at(START + 60) }, ...events);
    expect(row?.disconnectedAt ?? null).toEqual(isGone ? at(START + 60) : null);
    expect(row?.endKnownBy).toBe(isGone ? 'conference_ended' : null);
  });

  test('ended with a conference that ended a moment before it was last heard of, and was told to have after that', () => {
    const around = { conferenceEndedAt: at(START + 60), conferenceEndToldAt: at(START + 62) };
    const heardAt = (time: number) => legAmong(around, connected(START, inside), updated(time, { is_muted: true }));
    expect(heardAt(START + 61)).toMatchObject({ disconnectedAt: at(START + 60), endKnownBy: 'conference_ended' });
    expect(heardAt(START + 62)?.disconnectedAt).toEqual(at(START + 60));
    expect(heardAt(START + 63)?.disconnectedAt).toBeNull();
    expect(legAmong(around, connected(START + 61, inside))?.disconnectedAt).toBeNull();
  });

  test('ended with what happened first', () => {
    const places = { sinkStarts: [at(START + 50)], conferenceEndedAt: at(START + 40) };
    expect(legAmong(places, connected(START), gone(START + 60))).toMatchObject({
      disconnectedAt: at(START + 40),
      endKnownBy: 'conference_ended',
    });
  });

  test('that nobody heard of while it was there has a row from the list', () => {
    expect(leg(seen(START + 60, { ...inside, connect_time: START }))).toMatchObject({
      connectedAt: at(START),
      joinedAt: at(START),
      heardAt: at(START + 60),
    });
  });
});
