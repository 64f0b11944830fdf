import { expect, test } from 'vitest';
import { viewOf } from './view';

const seat = (participantId: string, isAdmitted = true) => ({
  callId: `${participantId}-call`,
  participantId,
  isAdmitted,
});

test('whoever is not let in waits, even among others', () => {
  expect(viewOf(seat('guest', false), [seat('guest', false), seat('host')])).toEqual({ kind: 'waiting' });
});

test('people who wait, and one’s own second call, are nobody', () => {
  const own = { ...seat('host'), callId: 'second' };
  expect(viewOf(seat('host'), [seat('host'), own, seat('guest', false)])).toEqual({ kind: 'alone' });
});

test('everybody else let in is seen', () => {
  const view = viewOf(seat('host'), [seat('host'), seat('ben'), seat('cleo')]);
  expect(view).toMatchObject({ kind: 'others', others: [{ participantId: 'ben' }, { participantId: 'cleo' }] });
});
