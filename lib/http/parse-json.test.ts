import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJson } from './parse-json';
import type { ProblemBody } from './problem-body';

const Body = z.strictObject({ name: z.string().min(1).optional(), minutes: z.number().optional() });

async function refusal(body: string): Promise<ProblemBody> {
  const parsed = await parseJson(new Request('http://localhost/', { method: 'POST', body }), Body);
  if (parsed.ok) throw new Error('was accepted');
  expect(parsed.response.headers.get('content-type')).toBe('application/problem+json');
  return (await parsed.response.json()) as ProblemBody;
}

describe('a JSON body', () => {
  it('is parsed by its schema, and may be empty', async () => {
    for (const body of ['', '{}']) {
      const parsed = await parseJson(new Request('http://localhost/', { method: 'POST', body }), Body);
      expect(parsed).toEqual({ ok: true, value: {} });
    }
  });

  it('is refused with 400 when it is no JSON', async () => {
    for (const body of ['{', 'hello', '{"a":}'])
      expect(await refusal(body)).toMatchObject({ status: 400, code: 'invalid-json' });
  });

  it('is refused with 422 that names every field', async () => {
    const problem = await refusal(JSON.stringify({ name: '', minutes: 'ten', colour: 'red' }));
    expect(problem).toMatchObject({ status: 422, code: 'invalid-body' });
    expect(problem.fields?.map(({ field }) => field).sort()).toEqual(['colour', 'minutes', 'name']);
  });

  it('is refused with 413 when it is longer than any of ours', async () => {
    expect(await refusal(JSON.stringify({ name: 'x'.repeat(20_000) }))).toMatchObject({ status: 413 });
  });
});
