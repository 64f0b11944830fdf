import type { z } from 'zod';
import { problem } from './problem';

type Parsed<T> = { ok: true; value: T } | { ok: false; response: Response };

/** Reads a query string by a schema; 422 names each parameter that does not fit. */
export function parseQuery<S extends z.ZodType>(request: Request, schema: S): Parsed<z.output<S>> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || '(query)', message }));
  const response = problem(422, 'invalid-query', 'Some parameters are not acceptable.', { fields });
  return { ok: false, response };
}
