import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarMeeting, type CalendarWishes } from './calendar-file';
import { CalendarQuery } from './calendar-query';

const meeting: CalendarMeeting = {
  id: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10',
  alias: 'meet-0123456789abcdefghjkmnpqrs',
  topic: 'Roof; water, and \\ slates',
  // The day on which clocks in Oslo go back: ten there is nine in UTC.
  validFrom: new Date('2026-10-25T09:00:00Z'),
  validUntil: new Date('2026-10-25T10:30:00Z'),
  cancelledAt: null,
  revision: 0,
};
const link = 'https://mayfly.example/join/meet-0123456789abcdefghjkmnpqrs?i=abcdefghijklmnopqrstuvwx';
const wishes: CalendarWishes = {
  ...{ link, dialIn: null, tags: ['en-GB'], timeZone: 'Europe/Oslo', host: 'mayfly.example' },
};
const now = new Date('2026-10-01T12:00:00Z');

function linesOf(changes: Partial<CalendarMeeting> = {}, wanted: Partial<CalendarWishes> = {}): string[] {
  return calendarFile({ ...meeting, ...changes }, { ...wishes, ...wanted }, now)
    .replaceAll('\r\n ', '')
    .split('\r\n');
}

/** One property's value, with what RFC 5545 §3.3.11 escapes undone. */
function valueOf(lines: readonly string[], name: string): string | undefined {
  const found = lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
  expect(found.length).toBeLessThan(2);
  return found[0]
    ?.slice(found[0].indexOf(':') + 1)
    .replace(/\\(.)/g, (_escape, each: string) => (each === 'n' ? '\n' : each));
}

describe('a calendar file', () => {
  it('is an entry to keep, with the window in UTC and the link', () => {
    const lines = linesOf();
    const value = (name: string) => valueOf(lines, name);
    expect(value('METHOD')).toBe('PUBLISH');
    expect([value('DTSTART'), value('DTEND')]).toEqual(['20261025T090000Z', '20261025T103000Z']);
    expect(value('DTSTAMP')).toBe('20261001T120000Z');
    expect(value('SUMMARY')).toBe(meeting.topic);
    expect(value('LOCATION')).toBe(link);
    expect(lines).toContain(`URL;VALUE=URI:${link}`);
    expect(value('STATUS')).toBe('CONFIRMED');
  });

  it('says in the reader’s own time when the link works, also on the day on which clocks change', () => {
    expect(valueOf(linesOf(), 'DESCRIPTION')).toBe(
      [
        `Join the meeting: ${link}`,
        'The link works from 25 October 2026 at 09:50 until 25 October 2026 at 11:30 (Europe/Oslo).',
      ].join('\n\n'),
    );
    expect(valueOf(linesOf({}, { timeZone: 'America/New_York', tags: ['en-US'] }), 'DESCRIPTION')).toMatch(
      /from October 25, 2026 at 4:50\sAM until October 25, 2026 at 6:30\sAM \(America\/New_York\)/,
    );
  });

  it('says how to call in, by this meeting’s alias', () => {
    const dialIn = 'From a room: {alias}@example.com\nBy telephone: +47 22 00 00 00';
    expect(valueOf(linesOf({}, { dialIn }), 'DESCRIPTION')).toContain(
      `\n\nFrom a room: ${meeting.alias}@example.com\nBy telephone: +47 22 00 00 00`,
    );
  });

  it('keeps its UID and raises its SEQUENCE, so that the newer file replaces the older', () => {
    const [first, moved] = [linesOf(), linesOf({ revision: 3, validUntil: new Date('2026-10-25T11:00:00Z') })];
    expect(valueOf(moved, 'UID')).toBe(valueOf(first, 'UID'));
    expect([valueOf(first, 'SEQUENCE'), valueOf(moved, 'SEQUENCE')]).toEqual(['0', '3']);
  });

  it('takes a cancelled meeting off', () => {
    const lines = linesOf({ cancelledAt: now, revision: 1 });
    expect(valueOf(lines, 'STATUS')).toBe('CANCELLED');
    expect(valueOf(lines, 'DESCRIPTION')).toBe('This meeting was cancelled.');
  });

  it('has a title where the meeting has no topic, in English where a language has no words yet', () => {
    expect(valueOf(linesOf({ topic: null }, { tags: ['xx', ''] }), 'SUMMARY')).toBe('Video meeting');
  });

  it('is folded at 75 octets and ends each line with CRLF, however long and in whatever script', () => {
    const file = calendarFile({ ...meeting, topic: '日本語の会議'.repeat(20) }, wishes, now);
    const lines = file.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(valueOf(file.replaceAll('\r\n ', '').split('\r\n'), 'SUMMARY')).toBe('日本語の会議'.repeat(20));
  });
});

it('is asked for with nothing, or with a link, a language and a time zone; not with a zone there is not', () => {
  expect(CalendarQuery.parse({})).toEqual({ i: null, tz: 'UTC' });
  expect(CalendarQuery.parse({ i: '', lang: '', tz: '' })).toEqual({ i: null, tz: 'UTC' });
  expect(CalendarQuery.parse({ i: 'x', lang: 'nb', tz: 'Europe/Oslo' })).toEqual({
    ...{ i: 'x', lang: 'nb', tz: 'Europe/Oslo' },
  });
  expect(CalendarQuery.safeParse({ tz: 'Mars/Olympus' }).error?.issues[0]?.path).toEqual(['tz']);
});
