import type { ProblemBody } from './problem-body';

const TITLES: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible now',
  410: 'No longer there',
  413: 'Too large',
  422: 'Some fields are not acceptable',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

interface Extra {
  fields?: ProblemBody['fields'];
  headers?: Record<string, string>;
  /** Further members of the body, for what `fields` cannot say (RFC 9457 §3.2). */
  extensions?: Record<string, unknown>;
}

/** An error answer (RFC 9457). `code` is stable and for programs; `detail` is a sentence for people. */
export function problem(
  status: number,
  code: string,
  detail?: string,
  { fields, headers, extensions }: Extra = {},
): Response {
  const body: ProblemBody = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail, fields };
  // Ours last: an extension must not pass for one of the members that every problem has.
  return Response.json(
    { ...extensions, ...body },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    },
  );
}
