import { expect, test } from 'vitest';
import type { ConferenceState } from '../conference/conference-state';
import { reduceConference, type ConferenceAction } from '../conference/reduce-conference';
import { aConference, aHost, aParticipant, aService, joined } from '../testing/builders';
import { sinkEventsFor } from './sink-events';

function reported(before: ConferenceState, action: ConferenceAction) {
  const after = reduceConference(before, action, 5000);
  return sinkEventsFor(before, after, { reason: '', now: 5000, figures: () => [] });
}

const opened = aConference(aService(), joined(aHost('host')), joined(aParticipant('guest')));
const open: ConferenceAction = { type: 'conference-changed', change: { breakouts: new Map([['b1', 3000]]) } };
const moved = (breakout: string | null): ConferenceAction => ({
  type: 'participant-changed',
  uuid: 'guest',
  change: { breakout },
});
const withRoom = reduceConference(opened, open, 3000);
const inRoom = reduceConference(withRoom, moved('b1'), 4000);
const brief = (events: { event: string; data: Record<string, unknown> }[]) =>
  events.map(({ event, data }) => [event, data.uuid ?? data.name, data.conference]);

test('a room begins with a leg of the host that has no media', () => {
  const events = reported(opened, open);
  const shadow = events.find(({ event }) => event === 'participant_connected');
  expect(events[0]).toMatchObject({ event: 'conference_started', data: { name: 'Room 12_breakout_b1' } });
  expect(shadow).toMatchObject({
    data: { protocol: 'API', has_media: false, role: 'chair', conversation_id: 'host', related_uuids: ['host'] },
  });
  expect(shadow?.data.uuid).not.toBe('host');
});
test('a room is entered under the same id, without a time and without a disconnect from where one was', () => {
  const events = reported(withRoom, moved('b1'));
  expect(brief(events)).toEqual([['participant_connected', 'guest', 'Room 12_breakout_b1']]);
  expect(events[0]?.data.connect_time).toBeNull();
});
test('a room is left in the same way, with the time of the call', () => {
  const events = reported(inRoom, moved(null));
  expect(brief(events)).toEqual([['participant_connected', 'guest', 'Room 12']]);
  expect(events[0]?.data.connect_time).toBe(0);
});
test('a room ends with its last leg, like the conference that everybody left for them', () => {
  const hostMoves: ConferenceAction = { type: 'participant-changed', uuid: 'host', change: { breakout: 'b1' } };
  const events = reported(inRoom, hostMoves);
  expect(brief(events).slice(1)).toEqual([
    ['participant_connected', 'host', 'Room 12_breakout_b1'],
    ['conference_ended', 'Room 12', undefined],
  ]);
  expect(events[0]).toMatchObject({ event: 'participant_disconnected', data: { conversation_id: 'host' } });
});
