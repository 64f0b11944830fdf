import { describe, expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { EventEnvelope } from './envelope';
import { foldAll } from './fold';
import { NOTHING_ENDED } from './leg-end';
import { legRow } from './leg-row';
import { legFold } from './project-leg';

// Two minutes are taken off a node's clock while a leg is there.

const START = 1_760_000_000;
const at = (after: number) => new Date((START + after) * 1000);
const row = (...events: EventEnvelope[]) => legRow('leg-1', foldAll(legFold, storedOnce(events))!.state, NOTHING_ENDED);
const event = (name: string, seq: number, after: number, data: object = {}) =>
  sampleEvent(
    `participant_${name}`,
    { uuid: 'leg-1', conference: 'Room', service_type: 'conference', has_media: true, ...data },
    { seq, time: START + after },
  );
const connecting = { service_type: 'connecting', connect_time: null };
const end = (after: number, more: object = {}) => ({ end_time: START + after, disconnect_reason: 'Left', ...more });
const left = { disconnectedAt: at(60), disconnectReason: 'Left', endKnownBy: 'reported' };

describe('a leg that came before its node’s clock was set back', () => {
  test('has left when its disconnect says, though its connect is later by then', () => {
    const came = { connect_time: START + 120 };
    const gone = event('disconnected', 12, 60, end(60, { ...came, duration: 50 }));
    const events = [event('connected', 10, 120, came), event('updated', 11, 125, { ...came, is_muted: true }), gone];
    expect(row(...events)).toMatchObject({ ...left, connectedAt: at(10), joinedAt: at(10) });
  });

  test('has left when its disconnect says, though it was still dialling then', () => {
    const answered = { connect_time: START + 10, call_direction: 'out', role: 'chair' };
    const connect = event('connected', 10, 120, { ...connecting, call_direction: 'out', role: 'guest' });
    const rest = [event('updated', 11, 10, answered), event('disconnected', 12, 60, end(60, answered))];
    const expected = { ...left, connectedAt: at(10), joinedAt: at(10), stage: 'conference', role: 'host' };
    expect(row(connect, ...rest)).toMatchObject(expected);
  });
});

describe('a leg that comes back is there, though its counter began anew', () => {
  const first = [event('connected', 50, 0, { connect_time: START }), event('disconnected', 60, 60, end(60))];

  test('by when it connected', () => {
    expect(row(...first, event('connected', 2, 90, { connect_time: START + 90 }))).toMatchObject({
      ...{ connectedAt: at(90), disconnectedAt: null },
    });
  });

  test('by coming in without saying when', () => {
    expect(row(...first, event('connected', 2, 90, { connect_time: null }))?.disconnectedAt).toBeNull();
  });

  test('by dialling, as soon as it has answered', () => {
    const dials = event('connected', 2, 90, connecting);
    expect(row(...first, dials, event('updated', 3, 95, { connect_time: START + 95 }))?.disconnectedAt).toBeNull();
    expect(row(...first, event('connected', 70, 90, connecting))?.disconnectedAt).toBeNull();
  });

  test('in another conference with the time at which its call began', () => {
    const elsewhere = { conference: 'Other', connect_time: START };
    const gone = event('disconnected', 60, 60, end(60, { connect_time: START }));
    expect(row(first[0]!, gone, event('connected', 2, 61, elsewhere))).toMatchObject({
      ...{ serviceName: 'Other', disconnectedAt: null },
    });
  });
});
