import { describe, expect, it } from 'vitest';
import { captionsOnShow, withCaption, type Caption } from './captions';
import { unreadCount, withMessage, type ChatMessage, type NewMessage } from './chat';
import { nextConference, unknownConference, type ConferenceSignal } from './conference';

const run = (...signals: ConferenceSignal[]) => signals.reduce(nextConference, unknownConference);
const stream = { id: 'slides' } as MediaStream; // only its identity matters
const said = (text: string, name: string | null = 'Ada'): NewMessage => ({
  sender: name === null ? null : { id: name, name },
  text,
  isPrivate: false,
  atMs: 0,
});

describe('slides', () => {
  it('are announced before their picture is there', () => {
    expect(run({ type: 'presenter-changed', presenter: 'Ada' }).presentation).toEqual({
      presenter: 'Ada',
      stream: null,
    });
  });

  it('go on in sight while one presenter follows another', () => {
    const shown = run(
      { type: 'presenter-changed', presenter: 'Ada' },
      { type: 'presentation-stream', stream },
      { type: 'presenter-changed', presenter: 'Bo' },
    );
    expect(shown.presentation).toEqual({ presenter: 'Bo', stream });
  });

  it('that come when nobody presents any more are late', () => {
    const late = run(
      { type: 'presenter-changed', presenter: 'Ada' },
      { type: 'presenter-changed', presenter: null },
      { type: 'presentation-stream', stream },
    );
    expect(late.presentation).toBeNull();
  });

  it('are out of sight once one shows one’s own screen, and back when somebody takes over', () => {
    const theirs = [
      { type: 'presenter-changed', presenter: 'Ada' },
      { type: 'presentation-stream', stream },
    ] as const;
    expect(run(...theirs, { type: 'sharing-changed', sharing: 'on' }).presentation).toBeNull();
    const after = run({ type: 'sharing-changed', sharing: 'on' }, ...theirs, {
      type: 'sharing-changed',
      sharing: 'taken-over',
    });
    expect(after.presentation).toEqual({ presenter: 'Ada', stream });
  });
});

describe('what the node says of the conference', () => {
  it('changes what it names and nothing else', () => {
    const changed = run(
      { type: 'conference-changed', facts: { isLocked: true, areGuestsMuted: true } },
      { type: 'conference-changed', facts: { isLocked: false } },
    );
    expect([changed.isLocked, changed.areGuestsMuted, changed.isStarted]).toEqual([false, true, true]);
  });
});

describe('the chat', () => {
  const chat = (...messages: NewMessage[]) => messages.reduce(withMessage, [] as readonly ChatMessage[]);

  it('counts what others wrote since it was looked at, and not one’s own', () => {
    const messages = chat(said('one'), said('two', null), said('three'));
    expect([unreadCount(messages, -1), unreadCount(messages, 0), unreadCount(messages, 2)]).toEqual([2, 1, 0]);
  });

  it('lets go of the oldest, and goes on counting', () => {
    const messages = chat(...Array.from({ length: 700 }, (_, index) => said(String(index))));
    expect([messages.length, messages[0]?.text, messages.at(-1)?.number]).toEqual([500, '200', 699]);
  });
});

describe('captions', () => {
  const line = (text: string, isFinal: boolean, speakerId = '') => ({ text, isFinal, speakerId, atMs: 0 });
  const afterAll = (lines: Caption[]) => lines.reduce(withCaption, [] as readonly Caption[]).map(({ text }) => text);

  it('a line that grows takes its own place, and three are shown', () => {
    const shown = [line('A', true), line('B', true), line('C', false), line('C d', false), line('C d e.', true)];
    expect(afterAll(shown)).toEqual(['A', 'B', 'C d e.']);
  });

  it('two who speak at once each have their line, where it began', () => {
    const [first, second] = [line('I', false, 'anna'), line('No', false, 'sam')];
    expect(afterAll([first, second, line('I think', false, 'anna')])).toEqual(['I think', 'No']);
    const anna = line('I think so.', true, 'anna');
    expect(afterAll([first, second, anna, line('Well', false, 'anna'), line('No no', false, 'sam')])).toEqual([
      ...['I think so.', 'No no', 'Well'],
    ]);
  });

  it('a line goes six seconds after it was said, whether anybody speaks again or not', () => {
    const lines = [0, 2_000, 4_000].map((atMs) => ({ ...line(`at ${atMs}`, true), atMs }));
    const at = (nowMs: number) => captionsOnShow(lines, nowMs).map(({ text }) => text);
    expect([at(5_999).length, at(6_000), at(10_000)]).toEqual([3, ['at 2000', 'at 4000'], []]);
  });
});
