import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isOneOf } from '@/lib/history/text-search-store';
import { ERASED } from './where-names-are';

// Erasing a person, on request, in what nodes asked about callers: the policy_decision table.

/**
 * A decision without who called, by their name or their alias, and without the question that says both. Of a picture or a
 * registration what is asked about is their own alias.
 */
const WITHOUT_CALLER = Prisma.sql`
  update policy_decision set caller = ${ERASED}, caller_alias = ${ERASED}, asked = '',
    alias = case when request in ('avatar', 'registration') then ${ERASED} else alias end`;

const isBy = (forms: readonly string[]) =>
  Prisma.sql`(${isOneOf(Prisma.sql`caller`, forms)} or ${isOneOf(Prisma.sql`caller_alias`, forms)})`;

const isAbout = (forms: readonly string[]) =>
  Prisma.sql`(request in ('avatar', 'registration') and ${isOneOf(Prisma.sql`alias`, forms)})`;

/** Whom to erase: by addresses of their own wherever they asked, and in meetings of theirs by whatever they go by there. */
export interface Askers {
  addresses: readonly string[];
  inMeetings: readonly { id: string; alias: string; texts: readonly string[] }[];
}

/** Decisions in one statement, of which there are a million at most: none may take seconds on a busy machine. */
const AT_ONCE = 10_000;

/**
 * Erases those who asked a node to be let in, or for a picture or a registration of theirs.
 *
 * @param since only what was asked since then; null for all
 */
export async function eraseInDecisions(tx: Transaction, askers: Askers, since: Date | null): Promise<void> {
  const isMeant = isByAny(askers);
  if (!isMeant) return;
  let last: Place = { at: since ?? new Date(0), id: NIL };
  for (;;) {
    const after = Prisma.sql`(at, id) > (${last.at}, ${last.id}::uuid)`;
    const [next] = await tx.$queryRaw<Place[]>`
      select at, id::text from policy_decision where ${after} order by at, id offset ${AT_ONCE - 1} limit 1`;
    const until = next ? Prisma.sql`(at, id) <= (${next.at}, ${next.id}::uuid)` : Prisma.sql`true`;
    await tx.$executeRaw`${WITHOUT_CALLER} where ${after} and ${until} and (${isMeant})`;
    if (!next) return;
    last = next;
  }
}

type Place = { at: Date; id: string };
const NIL = '00000000-0000-0000-0000-000000000000';

function isByAny({ addresses, inMeetings }: Askers): Prisma.Sql | null {
  const forms = addresses.flatMap(addressForms);
  const anywhere = forms.length > 0 ? [Prisma.sql`${isBy(forms)} or ${isAbout(forms)}`] : [];
  const there = inMeetings.map(
    ({ id, alias, texts }) =>
      Prisma.sql`((alias = ${alias} or meeting_id = ${id}::uuid) and (${isBy(texts)} or ${isAbout(texts)}))`,
  );
  const all = [...anywhere, ...there];
  return all.length > 0 ? Prisma.join(all, ' or ') : null;
}

/** Some nodes write a scheme and some none. What a browser calls itself is no address: another one may say the same. */
function addressForms(address: string): string[] {
  const bare = withoutScheme(address);
  if (!/@|^\+?\d{5,}$/.test(bare)) return [];
  return ['', 'sip:', 'sips:', 'h323:', 'tel:'].map((scheme) => scheme + bare);
}

/** `ann@example.com` of `sip:ann@example.com`. */
export function withoutScheme(address: string): string {
  return address.replace(/^(sips?|h323|tel):/i, '');
}
