import { expect, test } from 'vitest';
import { drawText, showable } from './bitmap-font';
import { createPicture } from './picture';

const DARK = { y: 30, u: 128, v: 128 };
const LIGHT = { y: 200, u: 128, v: 128 };

test('accents are taken off and what the font lacks is left out', () => {
  expect(showable('Zoë Müller 東京 2')).toBe('ZOE MULLER 2');
  expect(showable('東京')).toBe('');
});

test('text stays inside the picture, however long it is', () => {
  const picture = createPicture(128, 64, DARK);
  drawText(picture, 'M'.repeat(300), 20, 2, LIGHT);
  const luma = picture.data.subarray(0, 128 * 64);
  expect(luma.filter((value) => value === LIGHT.y).length).toBeGreaterThan(100);
  expect(luma.subarray(0, 20 * 128).every((value) => value === DARK.y)).toBe(true);
  expect(luma.subarray(34 * 128).every((value) => value === DARK.y)).toBe(true);
});
