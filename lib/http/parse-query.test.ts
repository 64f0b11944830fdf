import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseQuery } from './parse-query';
import type { ProblemBody } from './problem-body';

const Query = z.strictObject({ state: z.enum(['open', 'ended']).optional() });
const asked = (query: string) => parseQuery(new Request(`http://localhost/api/things?${query}`), Query);

test('a query string is read by its schema, and may be empty', () => {
  expect(asked('')).toEqual({ ok: true, value: {} });
  expect(asked('state=open')).toEqual({ ok: true, value: { state: 'open' } });
});

test('what does not fit is refused with 422 that names each parameter', async () => {
  const refused = asked('state=lost');
  if (refused.ok) throw new Error('was accepted');
  expect((await refused.response.json()) as ProblemBody).toMatchObject({
    ...{ status: 422, code: 'invalid-query' },
    fields: [{ field: 'state' }],
  });
});
