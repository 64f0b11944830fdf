import { expect, it } from 'vitest';
import { keypadKey } from './keypad-keys';

const press = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };

it.each([
  ['5', '5'],
  ['#', '#'],
  ['*', '*'],
  ['٥', '5'],
  ['a', null],
  ['Enter', null],
  ['F5', null],
])('%s sends %s', (key, tone) => expect(keypadKey({ ...press, key })).toBe(tone));

it.each(['altKey', 'ctrlKey', 'metaKey'] as const)('a digit with %s is the browser’s', (modifier) => {
  expect(keypadKey({ ...press, key: '5', [modifier]: true })).toBeNull();
});

it('a key that is held sends one tone', () => {
  expect(keypadKey({ ...press, key: '5', repeat: true })).toBeNull();
});
