import { describe, expect, it } from 'vitest';
import { parseRejoinMemory } from './rejoin-memory';

const NOW = Date.parse('2026-01-01T09:00:00Z');
const memory = {
  ...{ alias: 'meet-a', displayName: 'Dana', hostKey: 'key', isMicrophoneOn: true, isCameraOn: false },
  atMs: NOW,
};
const read = (change: object, nowMs = NOW) => parseRejoinMemory(JSON.stringify({ ...memory, ...change }), nowMs);

describe('what a page remembers of its call', () => {
  it('is read back as it was', () => {
    expect(read({})).toEqual(memory);
  });

  it('may be a guest’s, without host key', () => {
    expect(read({ hostKey: null })?.hostKey).toBeNull();
  });

  it('holds for a minute after the call was last on, and no longer', () => {
    expect(read({}, NOW + 60_000)).toEqual(memory);
    expect(read({}, NOW + 60_001)).toBeNull();
  });

  it('of a time to come is of a clock that was wrong', () => {
    expect(read({ atMs: NOW + 3_600_000 })).toBeNull();
  });

  it.each([
    ...[null, '', '{', 'null', '[]', '{}'],
    ...[{ alias: '' }, { isCameraOn: 1 }, { atMs: undefined }].map((wrong) => JSON.stringify({ ...memory, ...wrong })),
  ])('%j counts as nothing', (text) => {
    expect(parseRejoinMemory(text, NOW)).toBeNull();
  });
});
