import { describe, expect, test } from 'vitest';
import { aCall, aConference, aDialledLeg, aHost, aParticipant, aService, joined } from '../testing/builders';
import type { ConferenceState } from '../conference/conference-state';
import { newConference } from '../conference/conference-state';
import { reduceConference, type ConferenceAction } from '../conference/reduce-conference';
import { sinkEventsFor } from './sink-events';

const empty = newConference('c1', aService(), 0);
const figures = (callId: string) => [{ stream_id: '0', stream_type: 'audio', of: callId }];

function reported(before: ConferenceState, action: ConferenceAction, now = 5000) {
  const after = reduceConference(before, action, now);
  const reason = 'reason' in action ? action.reason : '';
  return sinkEventsFor(before, after, { reason, now, figures });
}
const names = (events: { event: string }[]) => events.map(({ event }) => event);
const left = (uuid: string): ConferenceAction => ({ type: 'left', uuid, reason: 'Call disconnected' });

describe('conferences', () => {
  test('start with the first participant of a node and end with its last', () => {
    const started = aConference(aService(), joined(aHost('host')));
    expect(names(reported(empty, joined(aHost('host'))))).toEqual(['conference_started', 'participant_connected']);
    expect(names(reported(started, left('host')))).toEqual(['participant_disconnected', 'conference_ended']);
  });
  test('are reported by each node for its own part', () => {
    const started = aConference(aService(), joined(aHost('host')));
    const inland = joined(aParticipant('inland', { nodeIp: '192.0.2.12' }));
    const events = reported(started, inland);
    expect(events.map(({ nodeIp, event }) => [nodeIp, event])).toEqual([
      ['192.0.2.12', 'conference_started'],
      ['192.0.2.12', 'participant_connected'],
    ]);
    const both = reduceConference(started, inland, 0);
    expect(reported(both, left('host')).map(({ nodeIp, event }) => [nodeIp, event])).toEqual([
      ['192.0.2.11', 'participant_disconnected'],
      ['192.0.2.11', 'conference_ended'],
    ]);
  });
  test('are updated on every node when they are locked', () => {
    const both = aConference(
      aService(),
      joined(aHost('host')),
      joined(aParticipant('inland', { nodeIp: '192.0.2.12' })),
    );
    const events = reported(both, { type: 'conference-changed', change: { isLocked: true } });
    expect(events.map(({ nodeIp, event, data }) => [nodeIp, event, data.is_locked])).toEqual([
      ['192.0.2.11', 'conference_updated', true],
      ['192.0.2.12', 'conference_updated', true],
    ]);
  });
});

describe('participants', () => {
  const waiting = aConference(aService(), joined(aParticipant('guest')));
  test('who wait are in the waiting room, then updated into the conference', () => {
    expect(reported(empty, joined(aParticipant('guest')))[1]?.data.service_type).toBe('waiting_room');
    const events = reported(waiting, joined(aHost('host')));
    const update = events.find(({ event, data }) => event === 'participant_updated' && data.uuid === 'guest');
    expect(update?.data.service_type).toBe('conference');
    expect(names(events)).toContain('conference_updated');
  });
  test('get a media leg of their own once their call is up', () => {
    const host = aConference(aService(), joined(aHost('host')));
    const up: ConferenceAction = { type: 'participant-changed', uuid: 'host', change: { call: aCall('leg') } };
    expect(reported(host, up)).toEqual([
      expect.objectContaining({
        event: 'participant_updated',
        data: expect.objectContaining({ uuid: 'host', protocol: 'API', has_media: false, related_uuids: ['leg'] }),
      }),
      expect.objectContaining({
        event: 'participant_connected',
        data: expect.objectContaining({
          uuid: 'leg',
          protocol: 'WebRTC',
          has_media: true,
          conversation_id: 'host',
          related_uuids: ['host'],
          connect_time: 1,
        }),
      }),
    ]);
  });
  test('who dial in by other ways are one leg with media, under their own protocol', () => {
    const dialled = aDialledLeg({ encryption: 'Off', mediaNodeIp: '192.0.2.12' });
    const device = aHost('device', { dialled, remoteAlias: 'sip:room7@example.com', joinedAt: 2000 });
    const events = reported(empty, joined(device));
    expect(names(events)).toEqual(['conference_started', 'participant_connected']);
    expect(events[1]?.data).toMatchObject({
      ...{ uuid: 'device', protocol: 'SIP', has_media: true, connect_time: 2, encryption: 'Off', call_direction: 'in' },
      ...{ source_alias: 'sip:room7@example.com', media_node: '192.0.2.12', related_uuids: [] },
    });
    const gone = reported(aConference(aService(), joined(device)), left('device'));
    expect(names(gone)).toEqual([
      'participant_disconnected',
      'participant_media_streams_destroyed',
      'conference_ended',
    ]);
  });
  test('have no media leg while the call is being set up', () => {
    const host = aConference(aService(), joined(aHost('host')));
    const call = aCall('leg', { isConnected: false, connectedAt: null });
    expect(reported(host, { type: 'participant-changed', uuid: 'host', change: { call } })).toEqual([]);
  });
  test('who leave end both legs, with reason, length and figures', () => {
    const talking = aConference(aService(), joined(aHost('host', { call: aCall('leg') })));
    const events = reported(talking, left('host'));
    expect(names(events)).toEqual([
      'participant_disconnected',
      'participant_media_streams_destroyed',
      'participant_disconnected',
      'conference_ended',
    ]);
    expect(events[0]?.data).toMatchObject({
      uuid: 'leg',
      disconnect_reason: 'Call disconnected',
      end_time: 5,
      duration: 4,
    });
    expect(events[1]?.data).toMatchObject({ uuid: 'leg', media_streams: [{ of: 'leg', start_time: 1, end_time: 5 }] });
    expect(events[2]?.data).toMatchObject({ uuid: 'host', conversation_id: 'host' });
  });
});

test('a recorder says what it is', () => {
  const recorder = aParticipant('recorder', { dialled: aDialledLeg({ protocol: 'RTMP', isStreaming: true }) });
  expect(reported(empty, joined(recorder))[1]?.data).toMatchObject({ is_streaming: true, protocol: 'RTMP' });
});
