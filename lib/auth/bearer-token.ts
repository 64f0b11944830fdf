/** The token of an `Authorization: Bearer` header, or null. Never log it: it is the host key. */
export function bearerToken(request: Request): string | null {
  return /^Bearer\s+(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
