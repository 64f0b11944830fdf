/** The token of an `Authorization: Bearer` header, or null. Never log it: it is the host key. */
export function bearerToken(request: Request): string | null {
  // Whatever stands there: a key that is no key must be refused, not taken for a guest who brought none.
  return /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
