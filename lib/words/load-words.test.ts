import { afterEach, expect, it, vi } from 'vitest';
import { loadLateWords } from './late-words';
import { loadWords } from './load-words';

const gone = () => {
  throw new Error('a new release has replaced the file');
};

afterEach(() => {
  vi.doUnmock('@/messages/de');
  vi.doUnmock('@/messages/de/closed.json');
  vi.doUnmock('@/messages/en');
  vi.resetModules();
});

it('are the language’s own', async () => {
  const { language, messages } = await loadWords('de');
  expect([language, messages.lobby.name]).toEqual(['de', 'Ihr Name']);
});

it('are English where the language’s file is gone', async () => {
  vi.doMock('@/messages/de', gone);
  expect((await loadWords('de')).language).toBe('en');
});

it('are English beside the call, too', async () => {
  vi.doMock('@/messages/de/closed.json', gone);
  const english = await loadLateWords('closed', 'en');
  expect(await loadLateWords('closed', 'de')).toEqual(english);
  expect(await loadLateWords('closed', 'nb')).not.toEqual(english);
});

it('cannot be had where the English file is gone as well', async () => {
  vi.doMock('@/messages/de', gone);
  vi.doMock('@/messages/en', gone);
  await expect(loadWords('de')).rejects.toThrow();
});
