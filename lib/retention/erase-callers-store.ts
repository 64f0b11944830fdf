import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { isOneOf } from '@/lib/history/text-search-store';
import { ERASED } from './where-names-are';

// Erasing a person, on request, in what nodes asked about callers: the policy_decision table.

/** A decision without who called, by their name or their alias, and without the question that says both. */
const WITHOUT_CALLER = Prisma.sql`update policy_decision set caller = ${ERASED}, caller_alias = ${ERASED}, asked = ''`;

const isBy = (forms: readonly string[]) =>
  Prisma.sql`(${isOneOf(Prisma.sql`caller`, forms)} or ${isOneOf(Prisma.sql`caller_alias`, forms)})`;

/** Who asked a node to be let in to this meeting, by whatever they go by there. */
export async function eraseInDecisions(tx: Transaction, alias: string, texts: readonly string[]): Promise<void> {
  await tx.$executeRaw`${WITHOUT_CALLER} where alias = ${alias} and ${isBy(texts)}`;
}

/** The same to any conference, by an address of their own. Reads all decisions: a million at most. */
export async function eraseCallers(tx: Transaction, addresses: readonly string[]): Promise<void> {
  const forms = addresses.flatMap(addressForms);
  if (forms.length === 0) return;
  await tx.$executeRaw`${WITHOUT_CALLER} where ${isBy(forms)}`;
}

/** Some nodes write a scheme and some none. What a browser calls itself is no address: another one may say the same. */
function addressForms(address: string): string[] {
  const bare = address.replace(/^(sips?|h323|tel):/i, '');
  if (!/@|^\+?\d{5,}$/.test(bare)) return [];
  return ['', 'sip:', 'sips:', 'h323:', 'tel:'].map((scheme) => scheme + bare);
}
