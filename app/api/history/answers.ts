import { problem } from '@/lib/http/problem';

export function signInFirst(): Response {
  return problem(401, 'unauthorized', 'Sign in first.');
}

export function answer(body: unknown): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}

/** A file of comma-separated values, under that name. */
export function answerFile(name: string, content: BodyInit): Response {
  return new Response(content, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
