import { expect, test } from 'vitest';
import { serviceDifferences } from './service-differences';

const running = { name: 'Room', pin: '1234', view: 'one_main_seven_pips', automatic_participants: [{ role: 'chair' }] };

test('PINs and bit rates may differ by caller', () => {
  expect(serviceDifferences(running, { ...running, pin: '9999', max_callrate_in: 512_000 })).toEqual([]);
});
test('anything else that differs, comes or goes is named', () => {
  const { view, ...later } = running;
  expect(view).toBeDefined();
  expect(serviceDifferences(running, { ...later, locked: true, automatic_participants: [] })).toEqual([
    'automatic_participants',
    'locked',
    'view',
  ]);
});
