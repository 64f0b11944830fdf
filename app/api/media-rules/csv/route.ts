import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import { handle, handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { readCapped } from '@/lib/http/read-capped';
import { importRules, previewImport, type ImportRefusal } from '@/lib/media-locations/import-rules';
import { listRules } from '@/lib/media-locations/media-rule-store';
import { writeRulesCsv } from '@/lib/media-locations/write-rules-csv';
import { signInFirst, unchecked } from '../answer-rule';

const FILE_LIMIT_BYTES = 1024 * 1024;
/** An undo brings back what we handed out ourselves, which may be more than anybody imports: names can be long. */
const RESTORE_LIMIT_BYTES = 32 * 1024 * 1024;
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
  if (!(await currentAgent())) return signInFirst();
  const query = ImportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    const fields = query.error.issues.map(({ path, message }) => ({ field: path.join('.') || '(query)', message }));
    return problem(422, 'invalid-query', 'Some parameters are not acceptable.', { fields });
  }
  const { preview, ...options } = query.data;
  const text = await readCapped(request.body, options.mode === 'restore' ? RESTORE_LIMIT_BYTES : FILE_LIMIT_BYTES);
  if (text === null) {
    // The rest is not read, so nothing else can be asked on this connection.
    return problem(413, 'too-large', 'The file is larger than 1 MB.', { headers: { Connection: 'close' } });
  }
  const imported = await (preview ? previewImport : importRules)(text, options);
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
      // An extension member of the problem (RFC 9457 §3.2): our usual fields know no lines.
      const { faults } = refusal;
      const detail = 'Nothing was imported, because some lines are not acceptable.';
      const body = { type: 'about:blank', title: 'Some lines are not acceptable', status: 422, code: 'invalid-file' };
      return Response.json(
        { ...body, detail, faultCount: faults.length, faults: faults.slice(0, MOST_FAULTS) },
        { status: 422, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
      );
    }
  }
}
