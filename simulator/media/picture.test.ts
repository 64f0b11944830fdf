import { expect, test } from 'vitest';
import { createPicture, drawInto, fillArea, fitInside } from './picture';
import { meanColour } from './testing-peer';

const BLACK = { y: 16, u: 128, v: 128 };
const RED = { y: 82, u: 90, v: 240 };
const WHOLE = { x: 0, y: 0, width: 640, height: 360 };

test('a picture of the output’s proportions fills it', () => {
  expect(fitInside({ width: 1280, height: 720 }, WHOLE)).toEqual(WHOLE);
});

test('a narrower picture gets bars left and right, a wider one above and below', () => {
  expect(fitInside({ width: 640, height: 480 }, WHOLE)).toEqual({ x: 80, y: 0, width: 480, height: 360 });
  expect(fitInside({ width: 1600, height: 400 }, WHOLE)).toEqual({ x: 0, y: 100, width: 640, height: 160 });
});

test('every fitted area falls on whole chroma samples and stays inside', () => {
  for (const width of [175, 333, 641, 1919]) {
    for (const height of [99, 143, 481, 1081]) {
      const area = fitInside({ width, height }, { x: 320, y: 180, width: 212, height: 118 });
      expect([area.x % 2, area.y % 2, area.width % 2, area.height % 2]).toEqual([0, 0, 0, 0]);
      expect(area.x + area.width).toBeLessThanOrEqual(532);
      expect(area.y + area.height).toBeLessThanOrEqual(298);
    }
  }
});

test('drawing colours all three planes of its area and nothing else', () => {
  const target = createPicture(640, 360, BLACK);
  drawInto(target, { x: 320, y: 0, width: 320, height: 180 }, createPicture(176, 144, RED));
  expect(meanColour(target, { left: 0.5, right: 1, top: 0, bottom: 0.5 })).toEqual(RED);
  expect(meanColour(target, { left: 0, right: 0.5, top: 0, bottom: 1 })).toEqual(BLACK);
  expect(meanColour(target, { left: 0.5, right: 1, top: 0.5, bottom: 1 })).toEqual(BLACK);
});

test('scaling keeps left and right, top and bottom where they were', () => {
  const source = createPicture(320, 240, BLACK);
  fillArea(source, { x: 160, y: 0, width: 160, height: 120 }, RED);
  const target = createPicture(640, 360, BLACK);
  drawInto(target, WHOLE, source);
  expect(meanColour(target, { left: 0.55, right: 0.95, top: 0.05, bottom: 0.45 })).toEqual(RED);
  expect(meanColour(target, { left: 0.05, right: 0.45, top: 0.05, bottom: 0.45 })).toEqual(BLACK);
  expect(meanColour(target, { left: 0.55, right: 0.95, top: 0.55, bottom: 0.95 })).toEqual(BLACK);
});

test('a source with odd sides is read by its own chroma size', () => {
  const odd = { width: 5, height: 3, data: new Uint8Array(15 + 6 + 6).fill(200, 0, 15).fill(90, 15, 21).fill(240, 21) };
  const target = createPicture(640, 360, BLACK);
  drawInto(target, WHOLE, odd);
  expect(meanColour(target, { left: 0, right: 1, top: 0, bottom: 1 })).toEqual({ y: 200, u: 90, v: 240 });
});
