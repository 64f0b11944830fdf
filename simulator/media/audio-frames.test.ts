import { expect, test } from 'vitest';
import { FRAME_SAMPLES, FrameQueue, mixWithout, sumFrames, toMixFrame } from './audio-frames';

const level = (value: number) => new Int16Array(FRAME_SAMPLES).fill(value);

test('one hears the others and not oneself', () => {
  const sum = sumFrames([level(100), level(20), level(3)]);
  expect(mixWithout(sum, level(20))).toEqual(level(103));
  expect(mixWithout(sum, null)).toEqual(level(123));
});

test('loud voices together are clipped and do not wrap round', () => {
  const sum = sumFrames([level(30_000), level(30_000), level(-5)]);
  expect(mixWithout(sum, level(-5))).toEqual(level(32_767));
  expect(mixWithout(sumFrames([level(-30_000), level(-30_000)]), null)).toEqual(level(-32_768));
});

test('taking oneself out of a sum beyond 16 bits is exact', () => {
  const sum = sumFrames([level(30_000), level(30_000)]);
  expect(mixWithout(sum, level(30_000))).toEqual(level(30_000));
});

test('16 kHz and stereo become 48 kHz mono of the same length in time', () => {
  const narrow = toMixFrame({
    samples: Int16Array.from({ length: 160 }, (_, i) => i),
    sampleRate: 16_000,
    channelCount: 1,
  });
  expect(narrow).toHaveLength(FRAME_SAMPLES);
  expect([narrow[0], narrow[3], narrow[479]]).toEqual([0, 1, 159]);
  const samples = Int16Array.from({ length: 960 }, (_, i) => (i % 2 === 0 ? 100 : 300));
  expect(toMixFrame({ samples, sampleRate: 48_000, channelCount: 2 })).toEqual(level(200));
});

test('a queue starts with two frames and starts anew after it ran dry', () => {
  const queue = new FrameQueue();
  queue.push(level(1));
  expect(queue.take()).toBeNull();
  queue.push(level(2));
  expect([queue.take(), queue.take(), queue.take()]).toEqual([level(1), level(2), null]);
  queue.push(level(3));
  expect(queue.take()).toBeNull();
});

test('a burst cannot delay the sound by more than 80 ms', () => {
  const queue = new FrameQueue();
  for (let value = 1; value <= 50; value++) queue.push(level(value));
  expect(queue.take()).toEqual(level(43));
});
