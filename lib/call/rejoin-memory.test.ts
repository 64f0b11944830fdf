import { describe, expect, it } from 'vitest';
import { parseRejoinMemory } from './rejoin-memory';

const memory = { alias: 'meet-a', displayName: 'Dana', hostKey: 'key', isMicrophoneOn: true, isCameraOn: false };

describe('what a page remembers of its call', () => {
  it('is read back as it was', () => {
    expect(parseRejoinMemory(JSON.stringify(memory))).toEqual(memory);
  });

  it('may be a guest’s, without host key', () => {
    expect(parseRejoinMemory(JSON.stringify({ ...memory, hostKey: null }))?.hostKey).toBeNull();
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '{}',
    JSON.stringify({ ...memory, alias: '' }),
    JSON.stringify({ ...memory, isCameraOn: 1 }),
  ])('%j counts as nothing', (text) => {
    expect(parseRejoinMemory(text)).toBeNull();
  });
});
