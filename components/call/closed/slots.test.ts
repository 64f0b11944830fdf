import { describe, expect, it, test } from 'vitest';
import { slotsByDay, stillOffered } from './slots';

const opening = (opensAt: string, closesAt: string) => ({ opensAt: `${opensAt}:00Z`, closesAt: `${closesAt}:00Z` });
const before = Date.parse('2026-01-01T00:00:00Z');
const times = (...iso: string[]) => iso.map((each) => Date.parse(`${each}:00Z`));

describe('the times to ask for', () => {
  it('are every half hour while somebody is there, the last one early enough to be kept', () => {
    expect(slotsByDay([opening('2026-01-05T08:00', '2026-01-05T09:45')], before, 'UTC')).toEqual([
      { key: '2026-01-05', times: times('2026-01-05T08:00', '2026-01-05T08:30', '2026-01-05T09:00') },
    ]);
  });

  it('begin at a half hour, also where the hours do not', () => {
    expect(slotsByDay([opening('2026-01-05T08:10', '2026-01-05T09:00')], before, 'UTC')).toEqual([
      { key: '2026-01-05', times: times('2026-01-05T08:30') },
    ]);
  });

  it('are none that have passed', () => {
    const now = Date.parse('2026-01-05T08:30:00Z');
    expect(slotsByDay([opening('2026-01-05T08:00', '2026-01-05T09:30')], now, 'UTC')).toEqual([
      { key: '2026-01-05', times: times('2026-01-05T09:00') },
    ]);
  });

  it('are on the days where the visitor is', () => {
    const days = slotsByDay([opening('2026-01-05T08:00', '2026-01-05T10:00')], before, 'Pacific/Honolulu');
    expect(days.map(({ key }) => key)).toEqual(['2026-01-04']);
    const around = slotsByDay([opening('2026-01-05T14:00', '2026-01-05T16:00')], before, 'Asia/Tokyo');
    expect(around.map(({ key, times: { length } }) => [key, length])).toEqual([
      ['2026-01-05', 2],
      ['2026-01-06', 2],
    ]);
  });

  it('leave out a day that is too short', () => {
    expect(slotsByDay([opening('2026-01-05T08:00', '2026-01-05T08:20')], before, 'UTC')).toEqual([]);
  });
});

test('a time that was chosen before counts only while it is offered', () => {
  const days = slotsByDay([opening('2026-01-05T08:00', '2026-01-05T09:00')], before, 'UTC');
  const [offered, passed] = times('2026-01-05T08:30', '2026-01-04T08:30');
  expect(stillOffered(days, offered ?? null)).toBe(offered);
  expect(stillOffered(days, passed ?? null)).toBeNull();
  expect(stillOffered(days, null)).toBeNull();
});
