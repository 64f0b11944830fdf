import * as z from 'zod/mini';

export const DEFAULT_CALLBACK_PATH = '/dashboard';

const HERE = 'http://here.invalid';

const Written = z.string().check(
  z.maxLength(2000),
  // Only what starts with one slash can be a path; the parser below then has the last word, as it reads as browsers do.
  z.startsWith('/'),
  z.refine((value) => URL.canParse(value, HERE) && new URL(value, HERE).origin === HERE),
);
const Path = z.pipe(
  Written,
  z.transform((value: string) => {
    const url = new URL(value, HERE);
    return `${url.pathname}${url.search}${url.hash}`;
  }),
);
// `/.//elsewhere` parses to the path `//elsewhere`, which read again is another site.
const CallbackUrl = Path.check(z.refine((path) => !path.startsWith('//')));

/**
 * Where to go after signing in: a path of this site taken from the `callbackUrl` query, else the desk. Anything that a
 * browser would read as another origin gives the desk, so that a crafted link cannot use our sign-in to send people off.
 */
export function callbackPath(value: unknown): string {
  const parsed = CallbackUrl.safeParse(value);
  return parsed.success ? parsed.data : DEFAULT_CALLBACK_PATH;
}
