import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { settings } from '@/lib/config/env';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';
import { PAGE_LANGUAGE, pageLanguage } from '@/lib/words/page-language';

// Pages only, never /api: nodes do not follow redirects, and this would cost them a third of the speed (style.md).
export const config = {
  matcher: [{ source: '/((?!api/|_next/static/|_next/image/|icon\\.svg$|favicon\\.ico$).*)' }],
};

/** Gives every page its language, and a nonce that Next puts on its own scripts when it finds the policy in the request. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const { infinityNodes, frameAncestors, isProduction } = settings();
  // Whoever is invited may be on another site; what agents and visitors press is never shown within one, unseen.
  const ancestors = request.nextUrl.pathname.startsWith('/join/') ? frameAncestors : [];
  const policy = contentSecurityPolicy(nonce, infinityNodes, ancestors, !isProduction);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(PAGE_LANGUAGE, pageLanguage(request.nextUrl, headers.get('accept-language')));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set(
    'permissions-policy',
    'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  );
  return response;
}
