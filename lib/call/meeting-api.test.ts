import { describe, expect, it } from 'vitest';
import { readAnswer } from './meeting-api';
import * as z from 'zod/mini';

const Schema = z.object({ alias: z.string() });
const read = (status: number, body: unknown) =>
  readAnswer(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }), Schema, 1_000, 3_000);

describe('an answer of our API', () => {
  it('that is as promised becomes a value', async () => {
    expect(await read(200, { alias: 'meet-a' })).toEqual({ ok: true, value: { alias: 'meet-a' }, skewMs: 0 });
  });

  it('with the server’s time tells how far our clock is off', async () => {
    const answer = await read(200, { alias: 'meet-a', serverTime: new Date(62_000).toISOString() });
    expect(answer).toMatchObject({ ok: true, skewMs: 60_000 });
  });

  it.each([
    [404, { code: 'not-found' }, 'not-found'],
    [409, { code: 'not-open' }, 'not-open'],
    [409, { code: 'ended' }, 'ended'],
    [409, { code: 'cancelled' }, 'cancelled'],
    [429, { code: 'rate-limited' }, 'rate-limited'],
    [422, { code: 'invalid-body' }, 'invalid-name'],
    [500, { code: 'toString' }, 'other'],
    [503, '<html>upstream</html>', 'other'],
    [404, '<html>gone</html>', 'not-found'],
    [429, '', 'rate-limited'],
    [400, null, 'other'],
  ])('%i %j is a failure: %s', async (status, body, failure) => {
    expect(await read(status, body)).toEqual({ ok: false, failure });
  });

  it.each([{}, { alias: 7 }, [], 'text', null])('200 with %j is not taken at its word', async (body) => {
    expect(await read(200, body)).toEqual({ ok: false, failure: 'other' });
  });
});
