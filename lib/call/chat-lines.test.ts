import { describe, expect, it } from 'vitest';
import type { ChatMessage } from './chat';
import { groupMessages, textParts } from './chat-lines';

const anna = { id: 'a', name: 'Anna' };
const message = (number: number, change: Partial<ChatMessage> = {}): ChatMessage => ({
  ...{ number, sender: anna, text: `line ${number}`, isPrivate: false, atMs: number * 1_000 },
  ...change,
});
const numbers = (...messages: ChatMessage[]) =>
  groupMessages(messages).map((group) => group.messages.map(({ number }) => number));

describe('lines of the chat', () => {
  it('of one person stand together', () => {
    expect(numbers(message(0), message(1), message(2, { sender: null }), message(3))).toEqual([[0, 1], [2], [3]]);
  });

  it('of oneself do too', () => {
    expect(numbers(message(0, { sender: null }), message(1, { sender: null }))).toEqual([[0, 1]]);
  });

  it('of two people with one name do not', () => {
    expect(numbers(message(0), message(1, { sender: { id: 'b', name: 'Anna' } }))).toEqual([[0], [1]]);
  });

  it('stand apart after a pause, counted from the last', () => {
    const at = (minutes: number) => ({ atMs: minutes * 60_000 });
    expect(numbers(message(0, at(0)), message(1, at(4)), message(2, at(8)), message(3, at(14)))).toEqual([
      [0, 1, 2],
      [3],
    ]);
  });

  it('to us alone stand apart from those to all', () => {
    expect(numbers(message(0), message(1, { isPrivate: true }))).toEqual([[0], [1]]);
  });
});

describe('a text in the chat', () => {
  const links = (text: string) => textParts(text).flatMap(({ href }) => href ?? []);

  it.each([
    ['see https://example.org/a?b=c#d now', ['https://example.org/a?b=c#d']],
    ['(https://example.org).', ['https://example.org/']],
    ['https://example.org/wiki/Fly_(insect), and more', ['https://example.org/wiki/Fly_(insect)']],
    ['http://a.example HTTPS://B.example!', ['http://a.example/', 'https://b.example/']],
    ['javascript:alert(1)', []],
    ['data:text/html,<b>', []],
    ['http://', []],
    ['no address', []],
  ])('%j leads to %j', (text, hrefs) => {
    expect(links(text)).toEqual(hrefs);
  });

  it.each(['<b>https://example.org</b> & co', 'a\nb', '', 'https://x.example', '🙂 https://x.example 🙂'])(
    'loses nothing of %j',
    (text) => {
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    },
  );
});
