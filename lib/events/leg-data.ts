import { z } from 'zod';
import { roleOf } from '@/lib/conferences/role';
import { toldSeconds, unixSeconds } from './envelope';

/** Not given, null and empty all mean "nothing said": null comes while a leg connects, empty where nothing was set. */
const text = (longest: number, inOneCase = (value: string) => value) =>
  z
    .string()
    .min(1)
    // Cut after that: changing case may make text longer.
    .transform((value) => [...inOneCase(value)].slice(0, longest).join(''))
    .optional()
    .catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const stage = text(50, (value) => value.toLowerCase());
const ids = z
  .array(z.unknown())
  .transform((entries) => entries.filter((id): id is string => typeof id === 'string' && id !== '' && id.length <= 100))
  .catch([]);

/**
 * What we take of a participant's event (event-sink.md §3). Every field may be absent and a malformed one counts as
 * absent.
 */
export const LegData = z
  .object({
    conversation_id: text(100),
    call_id: text(100),
    related_uuids: ids,
    conference: text(250),
    display_name: text(250),
    source_alias: text(250),
    call_direction: text(20, (value) => value.toLowerCase()),
    protocol: text(30, (value) => value.toUpperCase()), // case differs between versions and sources
    call_tag: text(250),
    role: text(30),
    service_type: stage,
    current_service_type: stage,
    has_media: flag,
    is_muted: flag,
    is_client_muted: flag,
    is_streaming: flag,
    connect_time: toldSeconds,
    end_time: toldSeconds,
    duration: unixSeconds.optional().catch(undefined),
    disconnect_reason: text(250),
  })
  .transform((data) => ({
    conversationId: data.conversation_id,
    callId: data.call_id,
    relatedIds: data.related_uuids,
    serviceName: data.conference,
    displayName: data.display_name,
    address: data.source_alias,
    protocol: data.protocol,
    callTag: data.call_tag,
    // `in` and `out`; some say inbound.
    isCalled: data.call_direction?.startsWith('out'),
    role: roleOf(data.role),
    // One source saw the second beside the first: then the first is what the conference is, the second where the leg is.
    stage: data.current_service_type ?? data.service_type,
    hasMedia: data.has_media,
    isMutedByHost: data.is_muted,
    isMutedThemselves: data.is_client_muted,
    isStreaming: data.is_streaming,
    connectTime: data.connect_time,
    endTime: data.end_time,
    duration: data.duration,
    disconnectReason: data.disconnect_reason,
  }));
export type LegData = z.output<typeof LegData>;
