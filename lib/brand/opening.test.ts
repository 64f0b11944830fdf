import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingAt, openTimes } from './opening';
import { OpeningHours, type WeeklyHours } from './opening-hours';

const weekly = (days: Record<number, [string, string][]>, more: Partial<WeeklyHours> = {}): WeeklyHours => ({
  kind: 'weekly',
  timeZone: 'Europe/Oslo',
  days: Array.from({ length: 7 }, (_, day) => (days[day] ?? []).map(([from, until]) => ({ from, until }))),
  closedDates: [],
  ...more,
});
const everyDay = (...ranges: [string, string][]) =>
  weekly(Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, ranges])));
const open = (until: string | null) => ({ isOpen: true, closesAt: until === null ? null : new Date(until) });
const closed = (until: string | null) => ({ isOpen: false, opensAt: until === null ? null : new Date(until) });
const at = (hours: OpeningHours, now: string) => openingAt(hours, new Date(now));

describe('opening hours', () => {
  const office = weekly({
    0: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    4: [['09:00', '15:00']],
  });

  it('are open from the first moment on and not at the last', () => {
    // 2026-11-23 is a Monday; Oslo is an hour ahead of UTC.
    expect(at(office, '2026-11-23T07:59:59.999Z')).toEqual(closed('2026-11-23T08:00:00Z'));
    expect(at(office, '2026-11-23T08:00:00Z')).toEqual(open('2026-11-23T11:00:00Z'));
    expect(at(office, '2026-11-23T11:00:00Z')).toEqual(closed('2026-11-23T12:00:00Z'));
    expect(at(office, '2026-11-23T16:00:00Z')).toEqual(closed('2026-11-27T08:00:00Z'));
    expect(at(office, '2026-11-27T14:00:00Z')).toEqual(closed('2026-11-30T08:00:00Z'));
  });

  it('may be always, or never', () => {
    expect(at({ kind: 'always' }, '2026-11-23T03:00:00Z')).toEqual(open(null));
    expect(at(weekly({}), '2026-11-23T12:00:00Z')).toEqual(closed(null));
    expect(at(everyDay(['00:00', '00:00']), '2026-11-23T12:00:00Z')).toEqual(open(null));
  });

  it('go on over midnight, also where the next day’s begin right there', () => {
    const late = weekly({ 4: [['22:00', '02:00']], 5: [['02:00', '03:00']] });
    expect(at(late, '2026-11-27T20:30:00Z')).toEqual(closed('2026-11-27T21:00:00Z'));
    expect(at(late, '2026-11-28T00:30:00Z')).toEqual(open('2026-11-28T02:00:00Z'));
    const shifts = weekly({ 0: [['16:00', '00:00']], 1: [['00:00', '08:00']] });
    expect(at(shifts, '2026-11-23T15:00:00Z')).toEqual(open('2026-11-24T07:00:00Z'));
    // Sunday to Monday is a midnight like the others.
    const sunday = weekly({ 6: [['23:00', '01:00']] });
    expect(at(sunday, '2026-11-22T23:30:00Z')).toEqual(open('2026-11-23T00:00:00Z'));
  });

  it('leave out closed dates, but for what began the evening before', () => {
    const hours = { ...everyDay(['20:00', '02:00']), closedDates: ['2026-12-24', '2026-12-25'] };
    expect(at(hours, '2026-12-24T00:30:00Z')).toEqual(open('2026-12-24T01:00:00Z'));
    expect(at(hours, '2026-12-24T20:00:00Z')).toEqual(closed('2026-12-26T19:00:00Z'));
    const round = { ...everyDay(['00:00', '00:00']), closedDates: ['2026-12-24'] };
    expect(at(round, '2026-12-20T12:00:00Z')).toEqual(open('2026-12-23T23:00:00Z'));
  });

  it('follow the clock into summer: what it leaps over is the instant of the leap', () => {
    // Oslo, 2027-03-28: 01:59:59 is followed by 03:00 (01:00 UTC).
    const night = everyDay(['02:30', '04:00']);
    expect(at(night, '2027-03-28T00:59:59Z')).toEqual(closed('2027-03-28T01:00:00Z'));
    expect(at(night, '2027-03-28T01:00:00Z')).toEqual(open('2027-03-28T02:00:00Z'));
    // All of it is leapt over, so that day it is not open at all.
    expect(at(everyDay(['02:10', '02:50']), '2027-03-27T12:00:00Z')).toEqual(closed('2027-03-29T00:10:00Z'));
    expect(at(everyDay(['01:00', '04:00']), '2027-03-28T00:30:00Z')).toEqual(open('2027-03-28T02:00:00Z'));
  });

  it('follow the clock out of summer: the hour that comes twice counts once, the first time', () => {
    // Oslo, 2027-10-31: 02:00 to 03:00 comes at 00:00 UTC and again at 01:00 UTC.
    const night = everyDay(['02:15', '02:45']);
    expect(at(night, '2027-10-31T00:00:00Z')).toEqual(closed('2027-10-31T00:15:00Z'));
    expect(at(night, '2027-10-31T00:20:00Z')).toEqual(open('2027-10-31T00:45:00Z'));
    expect(at(night, '2027-10-31T01:20:00Z')).toEqual(closed('2027-11-01T01:15:00Z'));
    expect(at(everyDay(['01:00', '04:00']), '2027-10-31T00:30:00Z')).toEqual(open('2027-10-31T03:00:00Z'));
  });
});

/** Walks from minute to minute with nothing but the wall clock's digits, as a person in front of the clock would. */
function bruteForce(hours: WeeklyHours, from: number, to: number): boolean[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: hours.timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const walls = Array.from({ length: (to - from) / 60_000 }, (_, minute) => format.format(from + minute * 60_000));
  const result = walls.map(() => false);
  const first = (wall: string) => {
    const index = walls.findIndex((one) => one >= wall);
    return index < 0 ? walls.length : index;
  };
  for (const date of new Set(walls.map((wall) => wall.slice(0, 10)))) {
    if (hours.closedDates.includes(date)) continue;
    const noon = new Date(`${date}T12:00:00Z`);
    const tomorrow = new Date(noon.getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
    for (const range of hours.days[(noon.getUTCDay() + 6) % 7] ?? []) {
      const end = first(`${range.until > range.from ? date : tomorrow} ${range.until}`);
      for (let minute = first(`${date} ${range.from}`); minute < end; minute += 1) result[minute] = true;
    }
  }
  return result;
}

describe('opening hours, against a person in front of the clock', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '01', '15', '30', '59'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const day = fc
    .array(fc.record({ from: time, until: time }), { maxLength: 3 })
    .filter((ranges) => OpeningHours.safeParse(weekly({ 0: ranges.map(({ from, until }) => [from, until]) })).success);
  // Around both changes of Oslo, New York and Lord Howe (by half an hour), and where there are none.
  const start = fc.constantFrom(
    '2027-03-26',
    '2027-10-29',
    '2027-03-12',
    '2027-11-05',
    '2027-04-02',
    '2027-10-01',
    '2026-12-29',
  );
  const zone = fc.constantFrom(
    'Europe/Oslo',
    'America/New_York',
    'Australia/Lord_Howe',
    'UTC',
    'Asia/Kathmandu',
    'Pacific/Apia',
  );

  it('agree in every minute of four days', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 7, maxLength: 7 }),
        start,
        zone,
        fc.boolean(),
        (days, from, timeZone, isClosed) => {
          const begin = Date.parse(`${from}T00:00:00Z`);
          const end = begin + 4 * 24 * 3_600_000;
          const closedDates = isClosed ? [new Date(begin + 2 * 24 * 3_600_000).toISOString().slice(0, 10)] : [];
          const hours: WeeklyHours = { kind: 'weekly', timeZone, days, closedDates };
          // Two days more on either side, for what goes on over midnight.
          const margin = 2 * 24 * 60;
          const known = bruteForce(hours, begin - margin * 60_000, end + margin * 60_000);
          const times = [...openTimes(hours, new Date(begin))];
          for (let minute = 0; minute < (end - begin) / 60_000; minute += 1) {
            const now = begin + minute * 60_000;
            const isOpen = times.some(({ opensAt, closesAt }) => opensAt.getTime() <= now && now < closesAt.getTime());
            if (isOpen !== known[margin + minute]) throw new Error(`at ${new Date(now).toISOString()}: ${isOpen}`);
          }
          // What is said at a few moments is what becomes of it.
          for (let minute = 7; minute < 24 * 60; minute += 211) {
            const opening = openingAt(hours, new Date(begin + minute * 60_000));
            const changes = known.findIndex((one, index) => index > margin + minute && one !== opening.isOpen);
            const told = opening.isOpen ? opening.closesAt : opening.opensAt;
            expect(opening.isOpen).toBe(known[margin + minute]);
            if (changes > 0 && changes < margin + 4 * 24 * 60) {
              expect(told?.getTime()).toBe(begin + (changes - margin) * 60_000);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
