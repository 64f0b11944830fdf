import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { listConferenceSettings } from '@/lib/settings/conference-settings-store';

const PAGE_SIZE = 20;

/** A row's number, from the previous page's `next`. */
const Before = z.coerce.number().int().min(1).max(2_147_483_647).nullable();

/** Settings as they were saved, newest first, a page at a time. */
export const GET = handle(async (request) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  const before = Before.safeParse(new URL(request.url).searchParams.get('before'));
  if (!before.success) {
    const fields = [{ field: 'before', message: 'is not the number of a row' }];
    return problem(422, 'invalid-query', 'Some fields are not acceptable.', { fields });
  }
  // One more than is shown tells whether there are others.
  const rows = await listConferenceSettings(before.data, PAGE_SIZE + 1);
  const saved = rows.slice(0, PAGE_SIZE);
  const next = rows.length > PAGE_SIZE ? (saved.at(-1)?.id ?? null) : null;
  return Response.json({ saved, next }, { headers: { 'Cache-Control': 'no-store' } });
});
