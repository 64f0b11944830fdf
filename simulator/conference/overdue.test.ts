import { describe, expect, test } from 'vitest';
import { aConference, aHost, aParticipant, aService, admitted, joined } from '../testing/builders';
import { overdueActions } from './overdue';
import { reduceConference } from './reduce-conference';

const limits = { hostlessMs: 60_000, waitingMs: 900_000 };
const withoutHost = () => {
  const state = aConference(aService(), joined(aHost('host')), joined(aParticipant('guest')));
  return reduceConference(state, { type: 'left', uuid: 'host', reason: 'Call disconnected' }, 10_000);
};

describe('guests whose host has left', () => {
  test('stay until the limit', () => {
    expect(overdueActions(withoutHost(), limits, 69_999)).toEqual([]);
  });
  test('are put out at the limit, for the reason clients know', () => {
    const [action] = overdueActions(withoutHost(), limits, 70_000);
    expect(action).toEqual({ type: 'guests-left', reason: 'All conference hosts departed hosted conference' });
  });
  test('stay when a host comes back in time', () => {
    const back = reduceConference(withoutHost(), joined(aHost('host')), 30_000);
    expect(overdueActions(back, limits, 500_000)).toEqual([]);
    expect(admitted(back).sort()).toEqual(['guest', 'host']);
  });
});

describe('someone in the waiting room', () => {
  const state = aConference(aService(), joined(aParticipant('guest')));
  test('waits until the limit', () => expect(overdueActions(state, limits, 899_999)).toEqual([]));
  test('is put out at the limit', () => {
    const reason = 'Timeout waiting for conference host to join or permit access to locked conference';
    expect(overdueActions(state, limits, 900_000)).toEqual([{ type: 'left', uuid: 'guest', reason }]);
  });
});
