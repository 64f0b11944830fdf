import { describe, expect, test } from 'vitest';
import type { LiveChanges, LiveList } from '@/lib/live/live-meeting';
import { readLiveChanges, readLiveList } from './read-live-list';

const LIST: LiveList = {
  serverTime: '2026-11-20T12:00:00.000Z',
  meetings: [
    {
      alias: 'meet-2x7w3w',
      topic: null,
      visitorName: 'Ann',
      state: 'open',
      validFrom: '2026-11-20T11:50:00.000Z',
      validUntil: '2026-11-20T12:50:00.000Z',
      endDueAt: '2026-11-20T12:50:00.000Z',
      joinUrl: 'https://mayfly.example/join/meet-2x7w3w',
      hasHost: false,
      hasAgent: false,
      thereSince: '2026-11-20T11:58:00.000Z',
      peopleCount: 1,
      people: [
        {
          id: 'ann',
          displayName: 'Ann',
          role: null,
          isAgent: false,
          isWaiting: true,
          since: '2026-11-20T11:58:00.000Z',
          isMuted: false,
          quality: 3,
        },
      ],
    },
  ],
};
const [meeting] = LIST.meetings;

describe('a list from the server', () => {
  test('is read as it was sent', () => {
    expect(readLiveList(JSON.stringify(LIST))).toEqual(LIST);
  });

  test('is read although a newer server says more', () => {
    expect(readLiveList(JSON.stringify({ ...LIST, mood: 'calm' }))).toEqual(LIST);
  });

  test.each([
    ['no JSON', '{"serverTime":'],
    ['nothing', 'null'],
    ['a time that is none', JSON.stringify({ ...LIST, serverTime: 'soon' })],
    ['a meeting in an unknown state', JSON.stringify({ ...LIST, meetings: [{ ...meeting, state: 'paused' }] })],
    ['a person without a name', JSON.stringify({ ...LIST, meetings: [{ ...meeting, people: [{ id: 'ann' }] }] })],
  ])('is not taken when it holds %s', (_name, message) => {
    expect(readLiveList(message)).toBeNull();
  });
});

describe('changes from the server', () => {
  const changes: LiveChanges = { ...LIST, removed: ['meet-gone'] };

  test('are read as they were sent, also by a page that knows less', () => {
    expect(readLiveChanges(JSON.stringify({ ...changes, mood: 'calm' }))).toEqual(changes);
  });

  test.each([
    ['no word of what is gone', JSON.stringify(LIST)],
    ['a meeting in an unknown state', JSON.stringify({ ...changes, meetings: [{ ...meeting, state: 'paused' }] })],
  ])('are not taken when they hold %s', (_name, message) => {
    expect(readLiveChanges(message)).toBeNull();
  });
});
