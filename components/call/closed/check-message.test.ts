import { describe, expect, it } from 'vitest';
import { checkMessage, wrongByServer } from './check-message';
import { parseDraft } from './message-draft';

const draft = { name: ' Dana ', email: 'dana@example.org', phone: '', text: 'Hail!', wantedAtMs: null };

describe('a message', () => {
  it('is sent trimmed, and without what was left empty', () => {
    expect(checkMessage(draft, false, 'nb')).toEqual({
      ok: true,
      message: { name: 'Dana', email: 'dana@example.org', text: 'Hail!', language: 'nb' },
    });
  });

  it('with a time needs no text', () => {
    const wantedAtMs = Date.parse('2026-01-05T08:30:00Z');
    expect(checkMessage({ ...draft, text: '', wantedAtMs }, true, 'en')).toMatchObject({
      ok: true,
      message: { wantedAt: '2026-01-05T08:30:00.000Z' },
    });
  });

  it('asks for no time that was picked before the visitor changed their mind', () => {
    const checked = checkMessage({ ...draft, wantedAtMs: 1 }, false, 'en');
    expect(checked.ok && checked.message).not.toHaveProperty('wantedAt');
  });

  it.each([
    [{ name: ' ' }, false, { name: 'nameMissing' }],
    [{ email: '' }, false, { email: 'contactMissing' }],
    [{ text: ' \n' }, false, { text: 'textMissing' }],
    [{ text: '' }, true, { wantedAt: 'timeMissing' }],
  ])('with %j (a time asked for: %s) is told %j', (change, isSlot, wrong) => {
    expect(checkMessage({ ...draft, ...change }, isSlot, 'en')).toEqual({ ok: false, wrong });
  });
});

it('a refusal marks the fields there are, and no others', () => {
  expect(wrongByServer({ email: 'must be an address', constructor: 'x', language: 'y' })).toEqual({ email: 'refused' });
});

it('a draft that cannot be read is none', () => {
  for (const text of [null, '', '{', '{"name":1}', '[]']) expect(parseDraft(text).name).toBe('');
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
});
