import { build, BUILD_HEADER } from '@/lib/config/public-env';

/** Whether the browser says that there is a network. It is right about "no", mostly, and knows nothing when it says "yes". */
export function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine;
}

/** Longer than one waits for a link without wondering, and the call is worth the wait. */
const ANSWER_WITHIN_MS = 2_000;

/** `renewed`: it answers, but a new release has taken the place of the one that made this page. */
export type SiteAnswer = 'there' | 'renewed' | 'gone';

/** Whether our site answers just now. A proxy in front of it that says 502 is none of its answers. */
export async function askSite(withinMs = ANSWER_WITHIN_MS): Promise<SiteAnswer> {
  try {
    const { ok, headers } = await fetch('/api/health/live', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(withinMs),
    });
    if (!ok) return 'gone';
    return headers.get(BUILD_HEADER) === build ? 'there' : 'renewed';
  } catch {
    return 'gone';
  }
}
