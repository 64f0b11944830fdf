import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { hasText } from '@/lib/history/text-search-store';
import type { FoundRow } from './find-people-store';

/**
 * By what a leg of theirs was called before that was changed, of nearly nobody: then they are told by both. They are known by
 * the conversation of that leg, or of one that goes with it (conversations.ts).
 */
export function findByFormerName(search: string, take: number): Promise<FoundRow[]> {
  return database().$queryRaw<FoundRow[]>`
    select main_name as "serviceName", coalesce(known.conversation_id, leg.conversation_id) as "conversationId",
      max(concat_ws(', formerly ', display_name, former)) as "displayName", max(address) as address,
      meeting.id as "meetingId", topic, coalesce(min(connected_at), max(disconnected_at)) as at,
      case when bool_and(disconnected_at is not null) then max(disconnected_at) end as "leftAt",
      max(greatest(heard_at, connected_at)) as "heardAt",
      valid_until as "validUntil", ended_at as "putOutAt"
    from participant_leg as leg
      cross join unnest(former_names) as former
      left join meeting on meeting.service_name = main_name
      left join lateral (
        select conversation_id from participant where service_name = leg.main_name and conversation_id in (
          select conversation_id from participant_leg as other where other.main_name = leg.main_name
            and (other.id = leg.id or other.id = any(leg.related_ids) or other.related_ids @> array[leg.id]))
        order by conversation_id = leg.conversation_id desc, conversation_id limit 1
      ) as known on true
    where former_names <> '{}' and ${hasText(Prisma.sql`former`, search)} and not is_streaming
    group by 1, 2, meeting.id
    order by at desc nulls last, 1, 2 limit ${take}`;
}
