import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { messages as english } from '@/messages/en';
import { completeMessages, type Translation } from './messages';

describe('messages', () => {
  const german = { time: { left: 'noch {time}' } };

  it('are the language’s own, and English where it has none', () => {
    const complete = completeMessages(german);
    expect(complete.time.left).toBe('noch {time}');
    expect(complete.time.endsAt).toBe(english.time.endsAt);
    expect(complete.join).toEqual(english.join);
  });

  it('are the language’s own where a sentence is compiled to a list', () => {
    const compiled = { time: { left: ['noch ', ['time']] } } as unknown as Translation;
    expect(completeMessages(compiled).time.left).toEqual(['noch ', ['time']]);
  });

  it('say what they say in English for a key the language lacks', () => {
    const t = createTranslator({ locale: 'de', messages: completeMessages(german), namespace: 'call' });
    expect(t('people.count', { count: 2 })).toBe('2 people');
  });

  it.each([
    ['a text where a group should be', { time: 'oops' }],
    ['a list where a group should be', { time: ['oops'] } as object],
    ['a group where a text should be', { time: { left: { left: 'oops' } } }],
    ['what is inherited', Object.create({ time: { left: 'oops' } })],
  ])('are English instead of %s', (_what, broken) => {
    expect(completeMessages(broken as Translation)).toEqual(english);
  });
});
