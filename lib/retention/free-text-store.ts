import { INFINITYS_REASON } from '@/lib/conferences/disconnect-reasons';
import { Prisma } from '@/lib/db/generated/client';
import { ERASED, TICKET_TAG } from './where-names-are';

// Columns that hold one of a few known texts, or whatever a caller or their endpoint wrote: with that they are erased.

/** A leg's call tag as it stays. */
export const NAMELESS_TAG = Prisma.sql`case when call_tag ~* ${TICKET_TAG} then call_tag end`;

/** A disconnect reason as it stays: that there was one tells that the end is known. */
export function namelessReason(column: 'left_reason' | 'disconnect_reason' | "payload->'participant'->>'reason'") {
  const reason = Prisma.raw(`(${column})`);
  return Prisma.sql`case when ${reason} ~* ${INFINITYS_REASON} then ${reason} when ${reason} is not null then ${ERASED} end`;
}
