import { expect, test } from 'vitest';
import { listEnvelope } from './list-envelope';

const rows = Array.from({ length: 45 }, (_, index) => ({
  id: `c${index}`,
  name: index < 2 ? 'Room' : `Room ${index}`,
}));
const page = (query: string) => listEnvelope('/list/', rows, new URLSearchParams(query));

test('a list has pages of twenty, each naming its neighbours', () => {
  expect(page('').meta).toEqual({
    limit: 20,
    offset: 0,
    total_count: 45,
    next: '/list/?limit=20&offset=20',
    previous: null,
  });
  expect(page('limit=20&offset=40').meta).toMatchObject({ next: null, previous: '/list/?limit=20&offset=20' });
  expect(page('limit=20&offset=40').objects).toHaveLength(5);
});

test('a field filters exactly, and an unknown one matches nothing', () => {
  expect(page('name=Room').objects.map(({ id }) => id)).toEqual(['c0', 'c1']);
  expect(page('colour=red').meta.total_count).toBe(0);
});

test('nonsense in limit and offset is read as the default', () => {
  expect(page('limit=x&offset=-1').meta).toMatchObject({ limit: 20, offset: 0 });
});
