import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from './envelope';
import type { StoredEvent } from './event-order';
import { projectConferenceNode } from './project-conference-node';
import { projectLeg } from './project-leg';
import { readDelivery } from './read-delivery';
import { sampleConference, sampleEvent, sampleLeg, seededRandom, shuffled } from '@/lib/testing/sample-events';

function stored(events: readonly EventEnvelope[]): StoredEvent[] {
  return events.map((envelope) => ({ dedupeKey: readDelivery(JSON.stringify(envelope))[0]!.dedupeKey, envelope }));
}

const leg = (...events: EventEnvelope[]) => projectLeg('leg-1', stored(events));
const conference = (...events: EventEnvelope[]) => projectConferenceNode(stored(events));
const at = (time: number) => new Date(time * 1000);

const START = 1_760_000_000;
const connected = (time: number, data = {}) =>
  sampleEvent('participant_connected', { uuid: 'leg-1', conference: 'Room', ...data }, { time });
const updated = (time: number, data = {}) => sampleEvent('participant_updated', { uuid: 'leg-1', ...data }, { time });
const disconnected = (time: number, data = {}) =>
  sampleEvent('participant_disconnected', { uuid: 'leg-1', ...data }, { time });

// A thousand lives take a second, or several on a machine that has other work.
describe('any order of arrival gives the same rows', { timeout: 60_000 }, () => {
  test('of a leg, in a thousand generated lives', () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = seededRandom(seed);
      const events = stored(sampleLeg('leg-1', 'Room', random));
      const inOrder = projectLeg('leg-1', events);
      for (let round = 0; round < 5; round += 1) {
        expect(projectLeg('leg-1', shuffled(events, random)), `seed ${seed}`).toEqual(inOrder);
      }
    }
  });

  test('of a conference on a node, in a thousand generated lives', () => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = seededRandom(seed);
      const events = stored(sampleConference('Room', '192.0.2.11', random));
      const inOrder = projectConferenceNode(events);
      for (let round = 0; round < 5; round += 1) {
        expect(projectConferenceNode(shuffled(events, random)), `seed ${seed}`).toEqual(inOrder);
      }
    }
  });
});

describe('a leg', () => {
  test('stays gone when a connect from before its disconnect arrives late', () => {
    expect(leg(disconnected(START + 9), connected(START))).toMatchObject({
      connectedAt: at(START),
      disconnectedAt: at(START + 9),
    });
  });

  test('stays gone when its connect and its disconnect carry the same time', () => {
    expect(leg(disconnected(START), connected(START))?.disconnectedAt).toEqual(at(START));
  });

  test('stays gone when an update is dated after its disconnect', () => {
    expect(leg(connected(START), disconnected(START + 5), updated(START + 6))?.disconnectedAt).toEqual(at(START + 5));
  });

  test('comes back with a connect that happened after its disconnect', () => {
    const row = leg(connected(START), disconnected(START + 5, { disconnect_reason: 'Moved' }), connected(START + 8));
    expect(row).toMatchObject({ disconnectedAt: null, disconnectReason: null, connectedAt: at(START + 8) });
  });

  test('that came back joined when it was inside again', () => {
    const inside = { service_type: 'conference' };
    const back = [connected(START, inside), disconnected(START + 5), connected(START + 8, { service_type: 'ivr' })];
    expect(leg(...back)?.joinedAt).toBeNull();
    expect(leg(...back, updated(START + 12, inside))?.joinedAt).toEqual(at(START + 12));
  });

  test('keeps what an update leaves out, sends as null or sends empty', () => {
    const first = connected(START, { display_name: 'Ann', role: 'chair', connect_time: START, has_media: true });
    const rest = updated(START + 1, { display_name: '', role: null, connect_time: null, is_muted: true });
    expect(leg(first, rest)).toMatchObject({
      serviceName: 'Room',
      displayName: 'Ann',
      role: 'host',
      connectedAt: at(START),
      hasMedia: true,
      isMuted: true,
    });
  });

  test('is muted while either the host or the person themselves has muted it', () => {
    const both = [
      connected(START),
      updated(START + 1, { is_client_muted: true }),
      updated(START + 2, { is_muted: true }),
    ];
    expect(leg(...both)?.isMuted).toBe(true);
    const one = [...both, updated(START + 3, { is_muted: false })];
    expect(leg(...one)?.isMuted).toBe(true);
    expect(leg(...one, updated(START + 4, { is_client_muted: false }))?.isMuted).toBe(false);
  });

  test('keeps a known role when a later event calls it unknown', () => {
    expect(leg(connected(START, { role: 'guest' }), updated(START + 1, { role: 'unknown' }))?.role).toBe('guest');
  });

  test('joined when it first was inside the meeting, not when it began to wait', () => {
    const row = leg(
      connected(START, { service_type: 'connecting' }),
      updated(START + 2, { service_type: 'waiting_room' }),
      updated(START + 7, { service_type: 'conference' }),
      updated(START + 9, { service_type: 'conference' }),
    );
    expect(row).toMatchObject({ connectedAt: at(START), joinedAt: at(START + 7), stage: 'conference' });
  });

  test('never joined when it left from the waiting room', () => {
    const row = leg(connected(START, { service_type: 'waiting_room' }), disconnected(START + 60));
    expect(row?.joinedAt).toBeNull();
  });

  test('has no row before an event names its conference', () => {
    expect(leg(disconnected(START))).toBeNull();
  });

  test('is not changed by events about its media', () => {
    const quality = sampleEvent(
      'participant_media_stream_window',
      { uuid: 'leg-1' },
      { time: START - 50, node: '::1' },
    );
    expect(leg(connected(START), quality)).toEqual(leg(connected(START)));
  });

  test('with fields of the wrong kind is read for the rest', () => {
    const row = leg(connected(START, { display_name: 7, has_media: 'yes', connect_time: 'now', protocol: 'sip' }));
    expect(row).toMatchObject({ displayName: null, hasMedia: false, protocol: 'SIP', connectedAt: at(START) });
  });

  test('with a name longer than the column is cut between characters', () => {
    expect(leg(connected(START, { display_name: '🦟'.repeat(400) }))?.displayName).toBe('🦟'.repeat(250));
  });
});

describe('a conference on a node', () => {
  const started = (time: number) => sampleEvent('conference_started', { name: 'Room', start_time: time }, { time });
  const update = (time: number, data: object) => sampleEvent('conference_updated', { name: 'Room', ...data }, { time });
  const ended = (time: number) => sampleEvent('conference_ended', { name: 'Room', end_time: time }, { time });

  test('has ended although its start arrives after its end', () => {
    expect(conference(ended(START + 60), started(START))).toMatchObject({
      startedAt: at(START),
      endedAt: at(START + 60),
    });
  });

  test('lives anew when the same name starts again', () => {
    const row = conference(
      started(START),
      update(START + 1, { is_locked: true }),
      ended(START + 60),
      started(START + 90),
    );
    expect(row).toMatchObject({ startedAt: at(START + 90), isLocked: false });
  });

  test('lives anew when only an update of the new life has arrived', () => {
    const row = conference(started(START), ended(START + 60), update(START + 95, { start_time: START + 90 }));
    expect(row).toMatchObject({ startedAt: at(START + 90) });
  });

  test('that lives anew keeps when it last ended, and everything that its new life said', () => {
    const row = conference(
      started(START),
      ended(START + 60),
      update(START + 95, { start_time: START + 90, is_locked: true }),
      update(START + 96, { start_time: START + 90, is_started: true }),
    );
    expect(row).toMatchObject({ endedAt: at(START + 60), isLocked: true, hasHost: true });
  });

  test('keeps its host when an update is only about the lock', () => {
    const row = conference(
      started(START),
      update(START + 1, { is_started: true }),
      update(START + 2, { is_locked: true }),
    );
    expect(row).toMatchObject({ hasHost: true, isLocked: true });
  });
});
