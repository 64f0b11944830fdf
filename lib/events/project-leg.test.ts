import { describe, expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { EventEnvelope } from './envelope';
import { foldAll } from './fold';
import { NOTHING_ENDED } from './leg-end';
import { legRow } from './leg-row';
import { legFold } from './project-leg';

const leg = (...events: EventEnvelope[]) => legRow('leg-1', foldAll(legFold, storedOnce(events))!.state, NOTHING_ENDED);
const at = (time: number) => new Date(time * 1000);

const START = 1_760_000_000;
const event = (name: string, time: number, data: object) => sampleEvent(name, { uuid: 'leg-1', ...data }, { time });
const connected = (time: number, data = {}) => event('participant_connected', time, { conference: 'Room', ...data });
const updated = (time: number, data = {}) => event('participant_updated', time, data);
const disconnected = (time: number, data = {}) => event('participant_disconnected', time, data);

describe('a leg', () => {
  test('keeps what it was called before, each name once, however its events arrive', () => {
    const told = ['Ann', 'Bo', '', 'Ann', 'Cleo', 'Cleo'].map((name, index) =>
      updated(START + index, { conference: 'Room', display_name: name }),
    );
    for (const events of [told, [...told].reverse()])
      expect(leg(...events)).toMatchObject({ displayName: 'Cleo', formerNames: ['Ann', 'Bo'] });
    expect(leg(connected(START, { display_name: 'Ann' }))?.formerNames).toEqual([]);
  });

  test('stays gone when a connect from before its disconnect arrives late', () => {
    expect(leg(disconnected(START + 9), connected(START))).toMatchObject({
      connectedAt: at(START),
      disconnectedAt: at(START + 9),
      endKnownBy: 'reported',
    });
  });

  test('stays gone when its connect and its disconnect carry the same time', () => {
    const connectedLast = { ...connected(START), seq: 2 };
    expect(leg(disconnected(START), connectedLast)?.disconnectedAt).toEqual(at(START));
  });

  test('is there where it was moved to, though it is found to be gone from where it was', () => {
    const gone = (conference: string) =>
      event('mayfly_participant_gone', START + 9, { conference, end_time: START + 1 });
    const moved = [connected(START), updated(START + 2, { conference: 'Other' })];
    expect(leg(...moved, gone('Room'))).toMatchObject({ serviceName: 'Other', disconnectedAt: null });
    expect(leg(...moved, gone('Other'))?.disconnectedAt).toEqual(at(START + 1));
  });

  test('stays gone when an update is dated after its disconnect', () => {
    const late = updated(START + 6, { service_type: 'waiting_room' });
    const row = leg(connected(START, { service_type: 'ivr' }), disconnected(START + 5), late);
    expect(row).toMatchObject({ disconnectedAt: at(START + 5), joinedAt: null });
  });

  test('stays gone when a connect sent after its disconnect tells of a time before it', () => {
    const late = connected(START + 6, { connect_time: START });
    expect(leg(connected(START, { connect_time: START }), disconnected(START + 5), late)).toMatchObject({
      connectedAt: at(START),
      disconnectedAt: at(START + 5),
      endKnownBy: 'reported',
    });
    const back = connected(START + 6, { connect_time: START + 5.5 });
    expect(leg(connected(START), disconnected(START + 5), back)?.disconnectedAt).toBeNull();
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

  test('that had media is not taken for a control leg when they stop', () => {
    expect(leg(connected(START, { has_media: true }), updated(START + 1, { has_media: false }))?.hasMedia).toBe(true);
  });

  test('by RTMP is a stream, whether or not its node says so', () => {
    expect(leg(connected(START, { protocol: 'rtmp' }))?.isStreaming).toBe(true);
    expect(leg(connected(START, { protocol: 'RTMP', is_streaming: false }))?.isStreaming).toBe(true);
    expect(leg(connected(START, { protocol: 'SIP' }))?.isStreaming).toBe(false);
    expect(leg(connected(START, { protocol: 'SIP', is_streaming: true }))?.isStreaming).toBe(true);
  });

  test('keeps its conversation when an update names the call alone', () => {
    const row = leg(connected(START, { conversation_id: 'person' }), updated(START + 1, { call_id: 'call' }));
    expect(row?.conversationId).toBe('person');
    expect(leg(connected(START, { call_id: 'call' }))?.conversationId).toBe('call');
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

  test.each(['__proto__', 'constructor', 'toString'])('has no role that is called %s', (role) => {
    expect(leg(connected(START, { role }))?.role).toBeNull();
    expect(leg(connected(START, { role: 'guest' }), updated(START + 1, { role }))?.role).toBe('guest');
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

  test('waits while its current service is the waiting room, whatever its service is', () => {
    const row = leg(connected(START, { service_type: 'conference', current_service_type: 'waiting_room' }));
    expect(row).toMatchObject({ stage: 'waiting_room', joinedAt: null });
  });

  describe('of which nothing told that it came in', () => {
    const inside = { conference: 'Room', service_type: 'conference', connect_time: START };
    const waiting = { ...inside, service_type: 'waiting_room' };

    test('joined when it was connected, if the first that is heard of it says that it is inside', () => {
      expect(leg(updated(START + 3600, inside))).toMatchObject({
        connectedAt: at(START),
        joinedAt: at(START),
        heardAt: at(START + 3600),
      });
    });

    test('joined when it was let in, if the first that is heard of it says that it waits', () => {
      const row = leg(updated(START + 3600, waiting), updated(START + 3700, inside));
      expect(row).toMatchObject({ connectedAt: at(START), joinedAt: at(START + 3700) });
    });

    test('joined when it was connected, if that is after it was last told to wait', () => {
      const typing = connected(START, { service_type: 'ivr' });
      expect(leg(typing, updated(START + 3600, { ...inside, connect_time: START + 9 }))?.joinedAt).toEqual(
        at(START + 9),
      );
    });

    test('joined when it was first heard of, if nothing tells when it was connected', () => {
      expect(leg(updated(START + 3600, { ...inside, connect_time: null }))?.joinedAt).toEqual(at(START + 3600));
    });
  });

  describe('that is being called', () => {
    const ringing = connected(START, { service_type: 'connecting', call_direction: 'out' });
    const answered = { service_type: 'conference', connect_time: START + 20 };

    test('rings until it answers, and is there since then', () => {
      expect(leg(ringing)).toMatchObject({ stage: 'ringing', joinedAt: null });
      const times = { stage: 'conference', connectedAt: at(START + 20), joinedAt: at(START + 20) };
      expect(leg(ringing, updated(START + 20.2, answered))).toMatchObject(times);
      expect(leg(ringing, disconnected(START + 60, { ...answered, duration: 40 }))).toMatchObject(times);
      const untimed = { ...answered, connect_time: null };
      expect(leg(ringing, updated(START + 21, untimed))).toMatchObject({
        connectedAt: at(START + 21),
        joinedAt: at(START + 21),
      });
      const waits = leg(ringing, updated(START + 20.2, { ...answered, service_type: 'waiting_room' }));
      expect(waits).toMatchObject({ stage: 'waiting_room', connectedAt: at(START + 20), joinedAt: null });
    });

    test('and does not answer never was anything but ringing', () => {
      const end = disconnected(START + 30, { service_type: 'connecting', duration: 30 });
      expect(leg(ringing, end)).toMatchObject({ stage: 'ringing', joinedAt: null, disconnectedAt: at(START + 30) });
    });

    test.each(['in', 'inbound', null])('is another one than who calls: %s', (call_direction) => {
      const dialling = connected(START, { service_type: 'connecting', call_direction });
      expect(leg(dialling)?.stage).toBe('connecting');
      expect(leg(dialling, updated(START + 20, answered))?.connectedAt).toEqual(at(START));
    });
  });

  test('that waited in an earlier stay did not in this one', () => {
    const left = [connected(START, { service_type: 'waiting_room' }), disconnected(START + 5)];
    const back = [connected(START + 8), updated(START + 60, { service_type: 'conference', connect_time: START + 8 })];
    expect(leg(...left, ...back)?.joinedAt).toEqual(at(START + 60));
    const unheard = updated(START + 60, { conference: 'Other', service_type: 'conference', connect_time: START + 8 });
    expect(leg(connected(START, { service_type: 'waiting_room' }), unheard)?.joinedAt).toEqual(at(START + 60));
  });

  test('of which where it is is told late joined when it was connected', () => {
    const inside = updated(START + 3600, { service_type: 'conference' });
    expect(leg(connected(START), inside)?.joinedAt).toEqual(at(START));
    expect(leg(connected(START), updated(START + 5, { service_type: 'ivr' }), inside)?.joinedAt).toEqual(
      at(START + 3600),
    );
  });

  test('that is inside only in its disconnect joined when it was connected', () => {
    const end = disconnected(START + 60, { service_type: 'conference', connect_time: START + 9 });
    expect(leg(connected(START, { service_type: 'ivr' }), end)?.joinedAt).toEqual(at(START + 9));
  });

  test('of which no event tells where it is joined when it was connected', () => {
    const quiet = [connected(START), updated(START + 5, { is_muted: true })];
    expect(leg(...quiet)).toMatchObject({ joinedAt: at(START), stage: null });
    expect(leg(...quiet, disconnected(START + 60))?.joinedAt).toEqual(at(START));
    const end = disconnected(START + 60, { conference: 'Room', duration: 50 });
    expect(leg(end)?.joinedAt).toEqual(at(START + 10));
    expect(leg(...quiet, updated(START + 9, { service_type: 'waiting_room' }))?.joinedAt).toBeNull();
  });

  test('that only its disconnect tells to be inside joined when it was connected, also where that tells no time', () => {
    const end = disconnected(START + 60, { service_type: 'conference' });
    expect(leg(connected(START), end)?.joinedAt).toEqual(at(START));
  });

  test('that came back without telling where it is joined again when it came', () => {
    const stays = [connected(START, { service_type: 'conference' }), disconnected(START + 5), connected(START + 8)];
    expect(leg(...stays)?.joinedAt).toEqual(at(START + 8));
  });

  test('never joined when it left from the waiting room', () => {
    const row = leg(connected(START, { service_type: 'waiting_room' }), disconnected(START + 60));
    expect(row?.joinedAt).toBeNull();
  });

  test('that is moved into a breakout room is of the same conference since it first was inside', () => {
    const room = 'Room_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';
    const inside = { service_type: 'conference' };
    const row = leg(connected(START, inside), updated(START + 9, { ...inside, conference: room, connect_time: null }));
    expect(row).toMatchObject({ serviceName: room, mainName: 'Room', connectedAt: at(START), joinedAt: at(START) });
  });

  test('that only its disconnect tells of came as long before as that says', () => {
    const end = disconnected(START + 1000, { conference: 'Room', service_type: 'conference', duration: 900.5 });
    expect(leg(end)).toMatchObject({ connectedAt: at(START + 99.5), joinedAt: at(START + 99.5) });
    const later = disconnected(START + 1000, { conference: 'Room', end_time: START + 990, duration: 90 });
    expect(leg(later)).toMatchObject({ connectedAt: at(START + 900), disconnectedAt: at(START + 990) });
  });

  test('whose times are given as 0 is told none', () => {
    expect(leg(connected(START, { connect_time: 0 }))).toMatchObject({ connectedAt: at(START), joinedAt: at(START) });
    const end = disconnected(START + 60, { connect_time: 0, end_time: 0, duration: 0 });
    expect(leg(connected(START), end)).toMatchObject({ connectedAt: at(START), disconnectedAt: at(START + 60) });
    const back = connected(START + 90, { connect_time: 0 });
    expect(leg(connected(START), end, back)).toMatchObject({ connectedAt: at(START + 90), disconnectedAt: null });
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
    const wrong = { display_name: 7, has_media: 'yes', connect_time: 'now', related_uuids: [7, null, 'leg-2'] };
    expect(leg(connected(START, { ...wrong, protocol: 'sip' }))).toMatchObject({
      displayName: null,
      hasMedia: false,
      protocol: 'SIP',
      connectedAt: at(START),
      relatedIds: ['leg-2'],
    });
  });

  test('is at a stage of any of the words that Infinity has, cut where the column ends', () => {
    expect(leg(connected(START, { service_type: 'two_stage_dialing' }))?.stage).toBe('two_stage_dialing');
    // Some letters become two with their case.
    const row = leg(connected(START, { service_type: 'İ'.repeat(60), protocol: 'ŉ'.repeat(60) }));
    expect([[...row!.stage!].length, [...row!.protocol!].length]).toEqual([50, 30]);
  });

  test.each([
    ['Chair', 'host'],
    ['HOST', 'host'],
    ['host', 'host'],
    ['Guest', 'guest'],
  ])('whose role is %s is a %s', (role, known) => {
    expect(leg(connected(START, { role }))?.role).toBe(known);
  });

  test('with a name longer than the column is cut between characters', () => {
    expect(leg(connected(START, { display_name: '🦟'.repeat(400) }))?.displayName).toBe('🦟'.repeat(250));
  });
});
