import { describe, expect, test } from 'vitest';
import { aCall, aConference, aDialledLeg, aHost, aParticipant, aService, admitted, joined } from '../testing/builders';
import { isStarted } from './conference-state';
import { reduceConference, type ConferenceAction } from './reduce-conference';

const guest = joined(aParticipant('guest'));
const host = joined(aHost('host'));
const lock: ConferenceAction = { type: 'conference-changed', change: { isLocked: true } };
const unlock: ConferenceAction = { type: 'conference-changed', change: { isLocked: false } };
const start: ConferenceAction = { type: 'conference-changed', change: { isStartedByHand: true } };
const left = (uuid: string): ConferenceAction => ({ type: 'left', uuid, reason: 'Call disconnected' });

describe('waiting for a host', () => {
  test('a guest waits, and the conference has not started', () => {
    const state = aConference(aService(), guest);
    expect(admitted(state)).toEqual([]);
    expect(isStarted(state)).toBe(false);
  });
  test('a host lets the waiting guests in by coming', () => {
    expect(admitted(aConference(aService(), guest, host)).sort()).toEqual(['guest', 'host']);
  });
  test('start_conference lets the waiting guests in without a host', () => {
    const state = aConference(aService(), guest, start);
    expect(admitted(state)).toEqual(['guest']);
    expect(isStarted(state)).toBe(true);
  });
  test('a guest who is in stays in when the host leaves', () => {
    expect(admitted(aConference(aService(), host, guest, left('host')))).toEqual(['guest']);
  });
  test('a guest who comes after the host has left waits', () => {
    const state = aConference(aService(), host, guest, left('host'), joined(aParticipant('late')));
    expect(admitted(state)).toEqual(['guest']);
  });
  test('a guest who is made host is in, and lets the others in', () => {
    const promote: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { role: 'chair' } };
    const state = aConference(aService(), guest, joined(aParticipant('other')), promote);
    expect(admitted(state).sort()).toEqual(['guest', 'other']);
  });
});

describe('lock', () => {
  test('a locked conference holds guests, also with a host in', () => {
    expect(admitted(aConference(aService(), host, lock, guest))).toEqual(['host']);
  });
  test('unlocking lets those in who were held', () => {
    expect(admitted(aConference(aService(), host, lock, guest, unlock)).sort()).toEqual(['guest', 'host']);
  });
  test('locking puts nobody out', () => {
    expect(admitted(aConference(aService(), host, guest, lock)).sort()).toEqual(['guest', 'host']);
  });
  test('bypass_lock passes a lock, but not the wait for a host', () => {
    const privileged = joined(aParticipant('guest', { bypassesLock: true }));
    expect(admitted(aConference(aService(), host, lock, privileged)).sort()).toEqual(['guest', 'host']);
    expect(admitted(aConference(aService({ isLockedAtStart: true }), privileged))).toEqual([]);
  });
  test('a host with a PIN passes a lock', () => {
    expect(admitted(aConference(aService(), host, lock, joined(aHost('second')))).sort()).toEqual(['host', 'second']);
  });
  test('where everyone is host without a PIN, a lock holds all but the first', () => {
    const service = aService({ pin: null, allowsGuests: false, isLockedAtStart: true });
    expect(admitted(aConference(service, host, joined(aHost('second'))))).toEqual(['host']);
  });
  test('a host can admit one of those held', () => {
    const admit: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { isAdmitted: true } };
    const state = aConference(aService(), host, lock, guest, joined(aParticipant('other')), admit);
    expect(admitted(state).sort()).toEqual(['guest', 'host']);
  });
});

describe('muting guests', () => {
  const mute: ConferenceAction = { type: 'guests-muted', isMuted: true };
  const muted = (state: ReturnType<typeof aConference>) =>
    [...state.participants.values()].filter(({ isMuted }) => isMuted).map(({ uuid }) => uuid);
  test('mutes the guests who are there and those who come later, never a host', () => {
    const state = aConference(aService(), host, guest, mute, joined(aParticipant('late')), joined(aHost('second')));
    expect(muted(state)).toEqual(['guest', 'late']);
  });
  test('unmuting undoes it', () => {
    expect(muted(aConference(aService(), host, guest, mute, { type: 'guests-muted', isMuted: false }))).toEqual([]);
  });
  test('mute_all_guests of the service mutes from the start', () => {
    expect(muted(aConference(aService({ mutesGuests: true }), host, guest))).toEqual(['guest']);
  });
});

describe('presenting', () => {
  const take = (uuid: string): ConferenceAction => ({ type: 'floor-taken', uuid });
  test('a new presenter displaces the old one, whose later release changes nothing', () => {
    const state = aConference(aService(), host, guest, take('guest'), take('host'));
    expect(state.presenterUuid).toBe('host');
    expect(reduceConference(state, { type: 'floor-released', uuid: 'guest' }, 0).presenterUuid).toBe('host');
  });
  test('a presenter who leaves gives the floor back', () => {
    expect(aConference(aService(), host, guest, take('guest'), left('guest')).presenterUuid).toBeNull();
  });
  test('a new presenter ends the call by which the old one sent slides, and no other', () => {
    const slidesCalls = { send: 'sending', receive: 'receiving' };
    const presenter = joined(aParticipant('guest', { slidesCalls }));
    const state = aConference(aService(), host, presenter, take('guest'));
    expect(state.participants.get('guest')?.slidesCalls).toEqual(slidesCalls);
    const displaced = reduceConference(state, take('host'), 0);
    expect(displaced.participants.get('guest')?.slidesCalls).toEqual({ send: null, receive: 'receiving' });
  });
  test('a stranger cannot take the floor', () => {
    expect(aConference(aService(), host, take('nobody')).presenterUuid).toBeNull();
  });
});

test('a node carries its part from its first participant until its last', () => {
  const inland = joined(aParticipant('inland', { nodeIp: '192.0.2.12' }));
  const state = aConference(aService(), host, inland, left('host'));
  expect([...state.parts.values()]).toEqual([{ nodeIp: '192.0.2.12', room: null, startedAt: 0 }]);
});

describe('breakout rooms', () => {
  const open: ConferenceAction = { type: 'conference-changed', change: { breakouts: new Map([['b1', 0]]) } };
  const move: ConferenceAction = { type: 'participant-changed', uuid: 'guest', change: { breakout: 'b1' } };
  const end = (room: string | null): ConferenceAction => ({ type: 'everyone-left', reason: 'ended', room });
  const state = aConference(aService(), host, guest, open, move);
  test('outlive the end of their conference', () => {
    expect([...reduceConference(state, end(null), 0).participants.keys()]).toEqual(['guest']);
  });
  test('are closed by their own end, which puts out nobody else', () => {
    const ended = reduceConference(state, end('b1'), 0);
    expect([...ended.participants.keys()]).toEqual(['host']);
    expect(ended.breakouts.size).toBe(0);
  });
});

test('a node that crashes takes its participants with it, and others only the media that it carried for them', () => {
  const onNode = (uuid: string, nodeIp: string, mediaNodeIp: string) =>
    joined(aParticipant(uuid, { nodeIp, call: aCall(`${uuid}-call`, { mediaNodeIp }) }));
  const device = aDialledLeg({ mediaNodeIp: '192.0.2.12' });
  const state = aConference(
    aService(),
    host,
    onNode('lost', '192.0.2.12', '192.0.2.11'),
    onNode('silenced', '192.0.2.11', '192.0.2.12'),
    onNode('untouched', '192.0.2.11', '192.0.2.11'),
    joined(aParticipant('device', { dialled: device })),
  );
  const after = reduceConference(state, { type: 'node-lost', nodeIp: '192.0.2.12', reason: 'lost' }, 0);
  expect([...after.participants.values()].map(({ uuid, call }) => [uuid, call?.callId])).toEqual([
    ['host', undefined],
    ['silenced', undefined],
    ['untouched', 'untouched-call'],
  ]);
});
