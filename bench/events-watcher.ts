import type { BenchAgent } from './events-seed';

// The desk as a browser has it, without the browser: an agent signs in and follows /api/live.

/** Signs in as the sign-in page does. @returns the Cookie header of a signed-in agent */
export async function signIn(appUrl: string, { email, password }: BenchAgent): Promise<string> {
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const before = cookiesOf(asked);
  const answered = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: before },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  const cookie = cookiesOf(answered);
  if (!cookie.includes('session-token'))
    throw new Error(`signing in failed: ${answered.status} ${await answered.text()}`);
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
}

export interface Watcher {
  /** Resolves with the milliseconds from asking until the whole first list was here. */
  firstListMs: Promise<number>;
  close(): void;
}

/** Follows the live list. @param onText told of every piece that arrives, as it arrives */
export function watchDesk(appUrl: string, cookie: string, onText: (text: string) => void = () => {}): Watcher {
  const abort = new AbortController();
  const from = performance.now();
  const firstListMs = new Promise<number>((resolve, reject) => {
    void read().catch(reject);

    async function read(): Promise<void> {
      const response = await fetch(`${appUrl}/api/live`, { headers: { Cookie: cookie }, signal: abort.signal });
      if (!response.ok || !response.body) throw new Error(`/api/live answered ${response.status}`);
      const decoder = new TextDecoder();
      let isList = false;
      for await (const bytes of response.body) {
        const text = decoder.decode(bytes, { stream: true });
        onText(text);
        isList ||= text.includes('event: snapshot');
        // No line of a message is empty, so an empty one ends it.
        if (isList && text.endsWith('\n\n')) resolve(performance.now() - from);
      }
    }
  });
  return { firstListMs, close: () => abort.abort() };
}
