import { problem } from '@/lib/http/problem';

// What the routes of webhooks have in common.

export function signInFirst(): Response {
  return problem(401, 'unauthorized', 'Sign in to see and change webhooks.');
}

export function noSuchWebhook(): Response {
  return problem(404, 'not-found', 'This webhook does not exist any more.');
}

/** What is sent to one that is off would only fail. */
export function turnItOnFirst(): Response {
  return problem(409, 'off', 'Turn the webhook on first.');
}

/** A body that is nobody else's to keep. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}
