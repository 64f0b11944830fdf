import { z } from 'zod';
import { flag, text } from './loose';
import type { ManagementAccess } from './management-client';
import { managementTime, toManagementTime } from './management-time';
import { LARGEST_PAGE, readPages } from './read-list';

/** One leg that is over, as history has it, under the names that the API has for its fields (management-api.md §2). */
const EndedLeg = z.object({
  id: z.string().min(1),
  call_uuid: text,
  conversation_id: text,
  conference_name: text,
  display_name: text,
  remote_alias: text,
  call_tag: text,
  call_direction: text,
  role: text,
  protocol: text,
  service_type: text,
  has_media: flag,
  is_streaming: flag,
  media_node: text,
  signalling_node: text,
  start_time: managementTime,
  end_time: managementTime,
  disconnect_reason: text,
});
export type EndedLeg = z.output<typeof EndedLeg>;

export interface PageOfPast {
  legs: EndedLeg[];
  /** All that ended before this is on this page or the ones before it; null where the list is not in order, and nobody can tell. */
  completeUntil: Date | null;
}

/**
 * The legs that ended since, and before `until` unless that is null, in any conference, page by page, the earliest first.
 * History comes after the fact, so that the newest may be missing (management-api.md §2). Throws ManagementProblem.
 */
export async function* legsEndedSince(
  access: ManagementAccess,
  since: Date,
  until: Date | null,
): AsyncGenerator<PageOfPast, void> {
  const within = { end_time__gte: toManagementTime(since), ...(until && { end_time__lt: toManagementTime(until) }) };
  const pages = readPages(access, {
    list: 'history/v1/participant',
    filters: { ...within, order_by: 'end_time' },
    item: EndedLeg,
    urgency: 'background',
    pageSize: LARGEST_PAGE,
  });
  let latest = since;
  let isInOrder = true;
  for await (const { items } of pages) {
    const legs = items.filter(({ end_time: endedAt }) => endedAt && endedAt >= since);
    for (const { end_time: endedAt = latest } of legs) {
      isInOrder &&= endedAt >= latest;
      latest = endedAt;
    }
    yield { legs, completeUntil: isInOrder ? latest : null };
  }
}
