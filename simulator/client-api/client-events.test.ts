import { describe, expect, test } from 'vitest';
import { aCall, aConference, aHost, aParticipant, aService, joined } from '../testing/builders';
import type { ConferenceState } from '../conference/conference-state';
import { differences } from '../conference/differences';
import { reduceConference, type ConferenceAction } from '../conference/reduce-conference';
import { eventsFor, openingEvents } from './client-events';

function viewerIn(state: ConferenceState, uuid: string) {
  const viewer = state.participants.get(uuid);
  if (!viewer) throw new Error(`${uuid} is not there`);
  return viewer;
}

/** What `viewer` is told of one action. */
function told(before: ConferenceState, action: ConferenceAction, viewer: string) {
  const after = reduceConference(before, action, 0);
  return eventsFor(differences(before, after), after, viewerIn(after, viewer));
}
const names = (events: { event: string }[]) => events.map(({ event }) => event);

const both = aConference(
  aService(),
  joined(aHost('host', { call: aCall('h') })),
  joined(aParticipant('guest', { call: aCall('g'), callTag: 'secret', vendor: 'phone' })),
);
const take = (uuid: string): ConferenceAction => ({ type: 'floor-taken', uuid });

describe('slides in a call of their own', () => {
  const slidesCalls = { send: 'slides', receive: null };
  const state = aConference(
    aService(),
    joined(aHost('host', { call: aCall('h') })),
    joined(aParticipant('guest', { call: aCall('g'), slidesCalls })),
    take('guest'),
  );
  const isEnd = ({ event }: { event: string }) => event === 'call_disconnected';
  test('are called off, to their sender alone, when somebody else takes the floor', () => {
    const end = { event: 'call_disconnected', data: { call_uuid: 'slides', reason: 'Call disconnected' } };
    expect(told(state, take('host'), 'guest').filter(isEnd)).toEqual([end]);
    expect(told(state, take('host'), 'host').filter(isEnd)).toEqual([]);
  });
  test('are not called off to one who ended them himself', () => {
    const change = { slidesCalls: { send: null, receive: null } };
    const hungUp: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change };
    expect(told(state, hungUp, 'guest').filter(isEnd)).toEqual([]);
  });
});

describe('the start of a stream', () => {
  test('is a full sync bracket with everyone in it, then status, layout and stage', () => {
    expect(names(openingEvents(both, viewerIn(both, 'host')))).toEqual([
      'participant_sync_begin',
      'participant_create',
      'participant_create',
      'participant_sync_end',
      'conference_update',
      'layout',
      'stage',
    ]);
  });
  test('ends with the presentation that is on', () => {
    const presenting = reduceConference(both, take('host'), 0);
    expect(openingEvents(presenting, viewerIn(presenting, 'guest')).at(-1)).toMatchObject({
      event: 'presentation_start',
      data: { presenter_uuid: 'host' },
    });
  });
});

describe('presentations', () => {
  test('are announced to everyone but the presenter', () => {
    expect(names(told(both, take('host'), 'guest'))).toContain('presentation_start');
    expect(names(told(both, take('host'), 'host'))).not.toContain('presentation_start');
  });
  test('of a new presenter are announced to the one displaced', () => {
    const presenting = reduceConference(both, take('guest'), 0);
    expect(told(presenting, take('host'), 'guest')).toContainEqual(
      expect.objectContaining({
        event: 'presentation_start',
        data: expect.objectContaining({ presenter_uuid: 'host' }),
      }),
    );
  });
  test('are over for everyone but the presenter', () => {
    const presenting = reduceConference(both, take('guest'), 0);
    const release: ConferenceAction = { type: 'floor-released', uuid: 'guest' };
    expect(names(told(presenting, release, 'host'))).toContain('presentation_stop');
    expect(names(told(presenting, release, 'guest'))).not.toContain('presentation_stop');
  });
  test('are shown to a guest only on entering', () => {
    const locked = reduceConference(both, { type: 'conference-changed', change: { isLocked: true } }, 0);
    const presenting = reduceConference(locked, take('host'), 0);
    const waiting = reduceConference(presenting, joined(aParticipant('late')), 0);
    expect(names(openingEvents(waiting, viewerIn(waiting, 'late')))).not.toContain('presentation_start');
    const admit: ConferenceAction = { type: 'participant-changed', uuid: 'late', change: { isAdmitted: true } };
    expect(names(told(waiting, admit, 'late'))).toContain('presentation_start');
  });
});

describe('changes', () => {
  test('a change without effect tells nobody anything', () => {
    const mute: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { isMuted: false } };
    expect(told(both, mute, 'host')).toEqual([]);
  });
  test('an update carries the whole participant object', () => {
    const mute: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { isMuted: true } };
    expect(told(both, mute, 'host')).toEqual([
      expect.objectContaining({
        event: 'participant_update',
        data: expect.objectContaining({ uuid: 'guest', is_muted: 'YES', has_media: true, display_name: 'guest' }),
      }),
    ]);
  });
  test('a voice is told by the stage alone, and only when it begins or ends', () => {
    const heard: ConferenceAction = { type: 'speakers-heard', speakers: new Set(['guest']) };
    expect(told(both, heard, 'host')).toEqual([
      {
        event: 'stage',
        data: expect.arrayContaining([expect.objectContaining({ participant_uuid: 'guest', vad: 100 })]),
      },
    ]);
    expect(told(reduceConference(both, heard, 0), heard, 'host')).toEqual([]);
  });
  test('every conference_update repeats direct_media', () => {
    const lock: ConferenceAction = { type: 'conference-changed', change: { isLocked: true } };
    expect(told(both, lock, 'guest')).toEqual([
      { event: 'conference_update', data: expect.objectContaining({ locked: true, direct_media: false }) },
    ]);
  });
});

test('guests are not told where others call from, nor their call tags', () => {
  const crowd = reduceConference(both, joined(aParticipant('nosy')), 0);
  const seenBy = (viewer: string) =>
    openingEvents(crowd, viewerIn(crowd, viewer)).find(({ data }) => JSON.stringify(data)?.includes('"uuid":"guest"'));
  expect(seenBy('nosy')?.data).toMatchObject({ call_tag: '', vendor: '', uri: '', protocol: '' });
  expect(seenBy('host')?.data).toMatchObject({ call_tag: 'secret', vendor: 'phone' });
  expect(seenBy('guest')?.data).toMatchObject({ call_tag: 'secret', vendor: 'phone' });
});
