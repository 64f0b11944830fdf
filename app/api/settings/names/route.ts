import { currentAgent } from '@/lib/auth/require-agent';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { knownNames } from '@/lib/management/known-names';

/** What exists on Infinity and settings may refer to, each kind with whether it could be looked up. */
export const GET = handle(async () => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Settings are for agents.');
  const [locations, themes, identityProviderGroups] = await Promise.all([
    knownNames('locations'),
    knownNames('themes'),
    knownNames('identity-provider-groups'),
  ]);
  return Response.json({ locations, themes, identityProviderGroups }, { headers: { 'Cache-Control': 'no-store' } });
});
