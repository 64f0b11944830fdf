import { problem } from '@/lib/http/problem';
import type { SavedRule } from '@/lib/media-locations/save-rule';

/** What a create or change is answered with. */
export function answerRule(saved: SavedRule, status: 200 | 201): Response {
  if (saved.ok) return Response.json(saved.rule, { status, headers: { 'Cache-Control': 'no-store' } });
  switch (saved.error) {
    case 'unknown':
      return noSuchRule();
    case 'changed-meanwhile': {
      const detail = 'Somebody changed this rule after you opened it.';
      return problem(409, 'changed-meanwhile', detail, { extensions: { rule: saved.rule } });
    }
    case 'duplicate':
      return problem(409, 'duplicate', 'There is a rule for this asking location, network and protocol already.');
    case 'too-many':
      return problem(409, 'too-many', 'There are as many rules as can be kept. Delete some first.');
    case 'unchecked':
      return unchecked();
    case 'unknown-names':
      return problem(422, 'invalid-body', 'Some fields are not acceptable.', { fields: saved.fields });
  }
}

export function noSuchRule(): Response {
  return problem(404, 'not-found', 'There is no such rule any more.');
}

/** Names could not be checked, and one that does not exist would void every answer it stands in. */
export function unchecked(): Response {
  return problem(409, 'unchecked', 'The Management Node does not answer, so the names of locations are not checked.');
}

export function signInFirst(): Response {
  return problem(401, 'unauthorized', 'An agent session is needed.');
}
