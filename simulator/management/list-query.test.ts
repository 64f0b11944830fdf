import { expect, test } from 'vitest';
import { ListQueryError, selectRows } from './list-query';

const rows = [
  { id: 'a', name: 'Room', size: 9, is_open: true, start_time: '2026-11-21T10:00:00.500', end_time: null },
  { id: 'b', name: 'room_breakout_1', size: 10, is_open: false, start_time: '2026-11-21T10:00:00.000', end_time: null },
  {
    id: 'c',
    name: 'Other',
    size: 2,
    is_open: true,
    start_time: '2026-11-20T23:59:59.999',
    end_time: '2026-11-21T00:10:00.000',
  },
];
const select = (query: string) =>
  selectRows(rows, new URLSearchParams(query))
    .map(({ id }) => id)
    .join('');

test.each([
  ['name=Room', 'a'],
  ['name__iexact=rooM', 'a'],
  ['name__in=Other,Room', 'ac'],
  ['name__contains=oo', 'ab'],
  ['name__icontains=ROOM', 'ab'],
  ['name__startswith=Room', 'a'],
  ['name__endswith=_1', 'b'],
  ['name__regex=^[Rr]oom', 'ab'],
  ['size__gte=9', 'ab'],
  ['size__gt=9', 'b'],
  ['size__lt=9', 'c'],
  ['size__in=2,9', 'ac'],
  ['is_open=True', 'ac'],
  ['name__icontains=o&is_open=true&size__lte=2', 'c'],
])('%s finds %s', (query, found) => expect(select(query)).toBe(found));

test('times are compared as times, with or without a zone, and nothing is before or after none', () => {
  expect(select('start_time__gte=2026-11-21T10:00:00')).toBe('ab');
  expect(select('start_time__gt=2026-11-21T10:00:00Z')).toBe('a');
  expect(select('start_time__lt=2026-11-21T11:00:00%2B01:00')).toBe('c');
  expect(select('end_time__lt=2030-01-01T00:00:00')).toBe('c');
});

test('the order is by number, text or time, either way, and by the next field where the first does not tell', () => {
  expect(select('order_by=size')).toBe('cab');
  expect(select('order_by=-start_time')).toBe('abc');
  expect(select('order_by=-is_open&order_by=-size')).toBe('acb');
});

test('an unknown field matches nothing', () => expect(select('colour=red')).toBe(''));

test.each(['name__near=Room', 'conference__name__in=Room', 'name__regex=('])('%s is refused', (query) => {
  expect(() => select(query)).toThrow(ListQueryError);
});
