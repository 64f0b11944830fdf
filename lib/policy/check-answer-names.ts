import { z } from 'zod';
import { nameChecker } from '@/lib/management/check-names';
import { knownNames, type NameKind } from '@/lib/management/known-names';

/** Whether what an answer refers to by name exists on Infinity: one name that does not voids all of it (policy-api.md §4, §6, D). */
export interface AnswerNames {
  /** Of each name that does not exist, what is wrong. */
  missing: string[];
  /** Why names were not looked up; null when they were, or when there are none. */
  unchecked: 'not-configured' | 'unreachable' | null;
}

const name = z.string().optional().catch(undefined);
const Answer = z.looseObject({
  result: z
    .looseObject({
      ...{ ivr_theme_name: name, host_identity_provider_group: name, guest_identity_provider_group: name },
      ...{ location: name, overflow_locations: z.array(z.string()).optional().catch(undefined) },
    })
    .catch({}),
});

/** For the tester: a node is not kept waiting for it. */
export async function checkAnswerNames(answer: unknown): Promise<AnswerNames> {
  const used = namesIn(answer);
  const missing: string[] = [];
  let unchecked: AnswerNames['unchecked'] = null;
  for (const kind of new Set(used.map((each) => each.kind))) {
    const known = await knownNames(kind);
    if (!known.checked) {
      unchecked = known.why;
      continue;
    }
    const check = nameChecker(kind, known.names);
    for (const each of used) {
      const fault = each.kind === kind && check(each.name);
      if (fault) missing.push(`“${each.name}” ${fault}`);
    }
  }
  return { missing: [...new Set(missing)], unchecked };
}

function namesIn(answer: unknown): { kind: NameKind; name: string }[] {
  const result = Answer.safeParse(answer).data?.result;
  if (!result) return [];
  const named: Record<NameKind, (string | undefined)[]> = {
    themes: [result.ivr_theme_name],
    'identity-provider-groups': [result.host_identity_provider_group, result.guest_identity_provider_group],
    locations: [result.location, ...(result.overflow_locations ?? [])],
  };
  const kinds: NameKind[] = ['themes', 'identity-provider-groups', 'locations'];
  return kinds.flatMap((kind) => named[kind].flatMap((each) => (each ? [{ kind, name: each }] : [])));
}
