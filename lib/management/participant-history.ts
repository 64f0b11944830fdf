import { z } from 'zod';
import { text } from './loose';
import type { ManagementAccess } from './management-client';
import { managementTime } from './management-time';
import { readList } from './read-list';

/** Ids in one question: addresses have a length. */
const AT_ONCE = 50;
/** Questions: after a crash of a big node the rest goes without the reason. */
const MOST_QUESTIONS = 10;

const PastLeg = z
  .object({
    ...{ id: z.string(), conversation_id: text, conference_name: text, disconnect_reason: text },
    ...{ start_time: managementTime, end_time: managementTime },
  })
  .transform((leg) => ({
    id: leg.id,
    conversationId: leg.conversation_id,
    conferenceName: leg.conference_name,
    startedAt: leg.start_time,
    endedAt: leg.end_time,
    disconnectReason: leg.disconnect_reason,
  }));
/** One leg that is over, as history has it. */
export type PastLeg = z.output<typeof PastLeg>;

/**
 * What history knows of these conversations. By conversation, because a leg's own id is the same there only for SIP
 * (event-sink.md §3). History comes after the fact, so that the newest may be missing (management-api.md §2).
 *
 * @throws ManagementProblem
 */
export async function pastLegs(access: ManagementAccess, conversationIds: readonly string[]): Promise<PastLeg[]> {
  const legs: PastLeg[] = [];
  for (let start = 0; start < Math.min(conversationIds.length, AT_ONCE * MOST_QUESTIONS); start += AT_ONCE) {
    const ids = conversationIds.slice(start, start + AT_ONCE);
    const { items } = await readList(access, {
      list: 'history/v1/participant',
      filters: { conversation_id__in: ids.join(',') },
      item: PastLeg,
      urgency: 'background',
    });
    legs.push(...items);
  }
  return legs;
}
