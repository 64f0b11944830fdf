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

/** Who asked a node to be let in to this meeting, by whatever they go by there. */
export async function eraseInDecisions(
  tx: Transaction,
  meeting: MeetingAsked,
  texts: readonly string[],
): Promise<void> {
  const isOfMeeting = Prisma.sql`(alias = ${meeting.alias} or meeting_id = ${meeting.id}::uuid)`;
  await tx.$executeRaw`${WITHOUT_CALLER} where ${isOfMeeting} and (${isBy(texts)} or ${isAbout(texts)})`;
}

type MeetingAsked = { id: string; alias: string };

/** The same to any conference, by an address of their own. Reads all decisions: a million at most. */
export async function eraseCallers(tx: Transaction, addresses: readonly string[]): Promise<void> {
  const forms = addresses.flatMap(addressForms);
  if (forms.length === 0) return;
  await tx.$executeRaw`${WITHOUT_CALLER} where ${isBy(forms)} or ${isAbout(forms)}`;
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
