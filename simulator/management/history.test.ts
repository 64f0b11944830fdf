import { expect, test } from 'vitest';
import type { ConferenceState } from '../conference/conference-state';
import { newConference } from '../conference/conference-state';
import { reduceConference, type ConferenceAction } from '../conference/reduce-conference';
import type { Quality } from '../quality/call-quality';
import { aCall, aHost, aParticipant, aService, joined } from '../testing/builders';
import { History } from './history';

const left = (uuid: string): ConferenceAction => ({ type: 'left', uuid, reason: 'Call disconnected' });

/** Lets a conference go through steps, each at its time, and keeps its history. */
function live(history: History, id: string, ...steps: [number, ConferenceAction][]): ConferenceState {
  return steps.reduce(
    (before, [now, action]) => {
      const after = reduceConference(before, action, now);
      const step = { reason: 'reason' in action ? action.reason : '', now, figures: () => [{ stream_id: '0' }] };
      history.record(before, after, step, (): Quality => 2);
      return after;
    },
    newConference(id, aService(), steps[0]?.[0] ?? 0),
  );
}

test('legs and conferences that are over are remembered, a little late', () => {
  const history = new History(2000);
  const host = aHost('host', { joinedAt: 10_000, call: aCall('leg', { connectedAt: 11_000 }) });
  live(history, 'c1', [10_000, joined(host)], [70_000, left('host')]);
  expect([history.conferenceRows(71_999), history.participantRows(71_999)]).toEqual([[], []]);
  expect(history.conferenceRows(72_000)).toMatchObject([
    {
      ...{ id: 'c1', name: 'Room 12', tag: 'tag-12', duration: 60, participant_count: 2 },
      ...{ start_time: '1970-01-01T00:00:10.000', end_time: '1970-01-01T00:01:10.000' },
      participants: ['/api/admin/history/v1/participant/leg/', '/api/admin/history/v1/participant/host/'],
    },
  ]);
  const [media, control] = history.participantRows(72_000);
  expect(media).toMatchObject({
    ...{ id: 'leg', conference_name: 'Room 12', conversation_id: 'host', protocol: 'WebRTC', duration: 59 },
    ...{ call_quality: '2_ok', disconnect_reason: 'Call disconnected', local_alias: 'room12', remote_alias: 'host' },
    media_streams: [{ stream_id: '0', node: '192.0.2.11', start_time: 11, end_time: 70 }],
  });
  expect(control).toMatchObject({ id: 'host', protocol: 'API', media_streams: [] });
});

test('somebody who moves to a breakout room has ended nowhere until he leaves', () => {
  const history = new History(0);
  const moved: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { breakout: 'b1' } };
  const open: ConferenceAction = { type: 'conference-changed', change: { breakouts: new Map([['b1', 1000]]) } };
  live(history, 'c1', [0, joined(aParticipant('guest'))], [1000, open], [1000, moved], [5000, left('guest')]);
  expect(history.participantRows(5000)).toMatchObject([{ id: 'guest', conference_name: 'Room 12_breakout_b1' }]);
  expect(history.conferenceRows(5000)).toMatchObject([
    { id: 'c1', name: 'Room 12', participant_count: 0, duration: 1 },
    { id: 'b1', name: 'Room 12_breakout_b1', participant_count: 1, duration: 4 },
  ]);
});

test('beyond the most that is kept, the oldest conference is forgotten with its participants', () => {
  const history = new History(0, 2);
  for (const [now, id] of ['a', 'b', 'c'].entries()) {
    live(history, id, [now, joined(aHost(`host of ${id}`))], [now, left(`host of ${id}`)]);
  }
  expect(history.conferenceRows(10).map(({ id }) => id)).toEqual(['b', 'c']);
  expect(history.participantRows(10).map(({ id }) => id)).toEqual(['host of b', 'host of c']);
});
