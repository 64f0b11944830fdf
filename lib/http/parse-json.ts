import { safeParse, type $ZodType, type output } from 'zod/v4/core';
import { problem } from './problem';
import { readCapped } from './read-capped';

/** Nearly all of our bodies are a handful of short fields. */
const USUAL_LIMIT_BYTES = 16 * 1024;

type Parsed<T> = { ok: true; value: T } | { ok: false; response: Response };

/** Reads a JSON body by a schema. 400 when it is no JSON, 422 naming each field that does not fit. An empty body is `{}`. */
export async function parseJson<S extends $ZodType>(
  request: Request,
  schema: S,
  limitBytes = USUAL_LIMIT_BYTES,
): Promise<Parsed<output<S>>> {
  const text = await readCapped(request.body, limitBytes);
  if (text === null) {
    // The rest is not read, so nothing else can be asked on this connection.
    const headers = { Connection: 'close' };
    return refuse(problem(413, 'too-large', `The body is larger than ${limitBytes / 1024} KB.`, { headers }));
  }
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    return refuse(problem(400, 'invalid-json', 'The body is not valid JSON.'));
  }
  const parsed = safeParse(schema, body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.flatMap((issue) =>
    // An unknown key is reported on the object that holds it; the key is the field the caller must change.
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: key, message: 'is not known here' }))
      : [{ field: issue.path.join('.') || '(body)', message: issue.message }],
  );
  return refuse(problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields }));
}

function refuse(response: Response): { ok: false; response: Response } {
  return { ok: false, response };
}
