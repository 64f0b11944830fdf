import { database, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { hasText } from '@/lib/history/text-search-store';
import { ERASED } from '@/lib/retention/where-names-are';

/** What names somebody, or may: free words say anything about anybody. What stays are times and who answered. */
const NAMELESS = { name: ERASED, email: null, phone: null, text: null } as const;

/** Messages in one statement. */
const AT_ONCE = 5_000;

/** Names nobody any more in messages that came in before then: at most so many at once. Returns how many. */
export function eraseMessagesBefore(before: Date): Promise<number> {
  return database().$executeRaw`
    update visitor_message set name = ${ERASED}, email = null, phone = null, text = null
    where id in (
      select id from visitor_message
      where received_at < ${before}
        and (name <> ${ERASED} or email is not null or phone is not null or text is not null)
      limit ${AT_ONCE})`;
}

/** The same of these messages, in the caller's transaction. */
export async function eraseMessages(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.visitorMessage.updateMany({ where: { id: { in: [...ids] } }, data: NAMELESS });
}

export interface FoundSender {
  messageId: string;
  name: string;
  address: string | null;
  at: Date;
}

/** Who left a message and has this in their name, address or number, the newest first. */
export function findSenders(search: string, take: number): Promise<FoundSender[]> {
  return database().$queryRaw<FoundSender[]>`
    select id as "messageId", name, concat_ws(', ', email, phone) as address, received_at as at from visitor_message
    where name <> ${ERASED} and (${hasText(Prisma.sql`name`, search)} or ${hasText(Prisma.sql`email`, search)}
      or ${hasText(Prisma.sql`phone`, search)})
    order by received_at desc, id limit ${take}`;
}
