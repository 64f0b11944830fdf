import { z } from 'zod';
import { flag, text } from './loose';
import type { ManagementAccess } from './management-client';
import { managementTime } from './management-time';
import { LARGEST_PAGE, readList } from './read-list';

/**
 * One leg that is in a conference now, under the names that the API has for its fields (management-api.md §2). Without an
 * id nothing can be said about it; everything else may be missing.
 */
export const ListedParticipant = z.object({
  id: z.string().min(1),
  call_uuid: text,
  conversation_id: text,
  conference: text,
  display_name: text,
  source_alias: text,
  destination_alias: text,
  call_tag: text,
  service_tag: text,
  service_type: text,
  role: text,
  protocol: text,
  call_direction: text,
  connect_time: managementTime,
  has_media: flag,
  is_muted: flag,
  is_client_muted: flag,
  is_streaming: flag,
  media_node: text,
  signalling_node: text,
});
export type ListedParticipant = z.output<typeof ListedParticipant>;

/**
 * The conversation that a leg is part of. A browser's legs may be listed under ids that events do not have; this is the same
 * everywhere (event-sink.md §3).
 */
export function conversationOf({
  conversation_id,
  call_uuid,
  id,
}: Pick<ListedParticipant, 'conversation_id' | 'call_uuid' | 'id'>): string {
  return conversation_id ?? call_uuid ?? id;
}

export interface ListedParticipants {
  participants: ListedParticipant[];
  /** Conferences with somebody whose row cannot be read, and who may be anyone there; undefined: in any of them. */
  unreadIn: ReadonlySet<string | undefined>;
}

const InConference = z.object({ conference: text }).catch({});

/** Everybody in any conference, by leg. Throws ManagementProblem rather than leave somebody out. */
export async function listParticipants(access: ManagementAccess): Promise<ListedParticipants> {
  const { items: participants, unread } = await readList(access, {
    list: 'status/v1/participant',
    item: ListedParticipant,
    urgency: 'background',
    pageSize: LARGEST_PAGE,
  });
  return { participants, unreadIn: new Set(unread.map((row) => InConference.parse(row).conference)) };
}
