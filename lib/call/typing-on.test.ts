import { expect, it } from 'vitest';
import { createTypingOn } from './typing-on';

/** Which of the keys, pressed at these ms, are typed on, the field having gone at 0. */
function takenOf(...pressedAtMs: number[]) {
  const typing = createTypingOn();
  typing.fieldGone(0);
  return pressedAtMs.map((atMs) => typing.takes(atMs));
}

it('letters typed on after the field has gone are no keys of the call, however many there are', () => {
  expect(takenOf(80, 900, 1_700, 2_600)).toEqual([true, true, true, true]);
});

it('after a pause of a second they are', () => {
  expect(takenOf(1_000)).toEqual([false]);
  expect(takenOf(500, 1_500, 1_600)).toEqual([true, false, false]);
});

it('where no field has gone, every key is the call’s', () => {
  expect(createTypingOn().takes(0)).toBe(false);
});
