import { describe, expect, it } from 'vitest';
import { addDays, countDays, dateIn, isDate, isTimeZone, startOfDay } from './local-days';

const start = (date: string, timeZone: string) => startOfDay(date, timeZone).toISOString();

describe('the beginning of a day', () => {
  it('is midnight there', () => {
    expect(start('2026-11-21', 'UTC')).toBe('2026-11-21T00:00:00.000Z');
    expect(start('2026-11-21', 'Europe/Oslo')).toBe('2026-11-20T23:00:00.000Z');
    expect(start('2026-11-21', 'America/St_Johns')).toBe('2026-11-21T03:30:00.000Z');
    expect(start('2026-11-21', 'Pacific/Kiritimati')).toBe('2026-11-20T10:00:00.000Z');
  });

  it('keeps to the clock on and around the days when clocks are changed', () => {
    expect(start('2026-03-29', 'Europe/Oslo')).toBe('2026-03-28T23:00:00.000Z');
    expect(start('2026-03-30', 'Europe/Oslo')).toBe('2026-03-29T22:00:00.000Z');
    expect(start('2026-10-25', 'Europe/Oslo')).toBe('2026-10-24T22:00:00.000Z');
    expect(start('2026-10-26', 'Europe/Oslo')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is the first moment of the day where midnight itself was left out, and the second midnight where it came twice', () => {
    expect(start('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z'); // 00:00 became 01:00
    expect(start('2018-02-18', 'America/Sao_Paulo')).toBe('2018-02-18T03:00:00.000Z'); // 24:00 became 23:00
  });

  it('leaves no gap and no overlap between days, also where clocks change at midnight or by half an hour', () => {
    for (const timeZone of ['Europe/Oslo', 'Africa/Cairo', 'Asia/Beirut', 'America/Santiago', 'Australia/Lord_Howe']) {
      for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
        const first = startOfDay(date, timeZone);
        expect(dateIn(timeZone, first), `${date} ${timeZone}`).toBe(date);
        expect(dateIn(timeZone, new Date(first.getTime() - 1)), `before ${date} ${timeZone}`).toBe(addDays(date, -1));
      }
    }
  });
});

describe('dates', () => {
  it('are days that there are', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', '20261121', '2026-11-21T00'].some(isDate)).toBe(false);
  });

  it('are counted with both ends', () => {
    expect(countDays('2026-02-27', '2026-03-02')).toBe(4);
    expect(countDays('2026-11-21', '2026-11-21')).toBe(1);
  });
});

it('knows the time zones that browsers send, and nothing that is none', () => {
  expect(['Europe/Oslo', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Olympus', 'Europe/Oslo; drop'].some(isTimeZone)).toBe(false);
});
