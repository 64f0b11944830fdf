import { z } from 'zod';
import { byAgent } from '@/lib/audit/audit-store';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { parseQuery } from '@/lib/http/parse-query';
import { problem } from '@/lib/http/problem';
import { readCapped } from '@/lib/http/read-capped';
import { importRules, previewImport, type ImportRefusal } from '@/lib/media-locations/import-rules';
import { LARGEST_FILE_MB } from '@/lib/media-locations/rule-limits';
import { listRules } from '@/lib/media-locations/media-rule-store';
import { writeRulesCsv } from '@/lib/media-locations/write-rules-csv';
import { signInFirst, unchecked } from '../answer-rule';

/** Nobody reads more of them, and the first ones are usually the reason for the rest. */
const MOST_FAULTS = 200;

const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');
const ImportQuery = z.strictObject({
  mode: z.enum(['add', 'replace', 'restore'], 'must be add, replace or restore'),
  preview: flag.default(false),
  saveUnchecked: flag.default(false),
  expected: z.string().max(100).nullable().default(null),
});

/** The rules as a file. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return signInFirst();
  return new Response(writeRulesCsv(await listRules()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="media-rules.csv"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
});

/** Imports a file, all of it or nothing; with `preview=true` says what that would do. */
export const POST = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const query = parseQuery(request, ImportQuery);
  if (!query.ok) return query.response;
  const { preview, ...options } = query.value;
  const text = await readCapped(request.body, LARGEST_FILE_MB * 1024 * 1024);
  if (text === null) {
    // The rest is not read, so nothing else can be asked on this connection.
    return problem(413, 'too-large', `The file is larger than ${LARGEST_FILE_MB} MB.`, {
      headers: { Connection: 'close' },
    });
  }
  const imported = await (preview ? previewImport(text, options) : importRules(text, options, byAgent(agent)));
  if (!imported.ok) return refuse(imported);
  return Response.json({ ...imported, ok: undefined }, { headers: { 'Cache-Control': 'no-store' } });
});

function refuse(refusal: ImportRefusal): Response {
  switch (refusal.error) {
    case 'unchecked':
      return unchecked();
    case 'changed-meanwhile':
      return problem(409, 'changed-meanwhile', 'Someone has changed the rules since. Look at them, then try again.');
    case 'faults': {
      const { faults } = refusal;
      const detail = 'Nothing was imported, because some lines are not acceptable.';
      // Our usual fields know no lines.
      const extensions = { faultCount: faults.length, faults: faults.slice(0, MOST_FAULTS) };
      return problem(422, 'invalid-file', detail, { extensions });
    }
  }
}
