import { z } from 'zod';
import type { ObjectNames } from './object-names';
import {
  admissionFields,
  bitRate,
  callFields,
  callType,
  captionFields,
  flag,
  named,
  sharedFields,
  text,
  yesNoDefault,
} from './service-fields';

const automaticParticipant = (names: ObjectNames) =>
  z.looseObject({
    local_alias: text,
    remote_alias: text,
    protocol: z.enum(['sip', 'h323', 'mssip', 'rtmp']),
    role: z.enum(['chair', 'guest']),
    call_type: callType,
    description: text.optional(),
    dtmf_sequence: text.optional(),
    keep_conference_alive: z
      .enum(['keep_conference_alive', 'keep_conference_alive_if_multiple', 'keep_conference_alive_never'])
      .optional(),
    local_display_name: text.optional(),
    remote_display_name: text.optional(),
    presentation_url: text.optional(),
    routing: z.enum(['manual', 'routing_rule']).optional(),
    streaming: flag,
    system_location_name: named(names.locations),
  });

/** Of the room itself, and of a breakout that belongs to it. */
const breakoutFields = {
  breakout_rooms: flag,
  breakout: flag,
  breakout_uuid: z.uuid().optional(),
  breakout_name: text.optional(),
  breakout_uuids: z.array(z.uuid()).optional(),
  breakout_description: text.optional(),
  breakout_guests_allowed_to_leave: flag,
  end_action: z.enum(['transfer', 'disconnect']).optional(),
  /** Unix seconds; 0 is never. */
  end_time: z.int().min(0).optional(),
};

/** Fields of a conference and of a lecture, policy-api.md §4. */
export const conferenceFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  ...callFields,
  ...admissionFields(names),
  ...captionFields,
  ...breakoutFields,
  max_callrate_out: bitRate,
  call_type: callType,
  automatic_participants: z.array(automaticParticipant(names)).optional(),
  enable_chat: yesNoDefault,
  enable_overlay_text: flag,
  guests_can_present: flag,
  locked: flag,
  mute_all_guests: flag,
  participant_limit: z.int().min(0).max(1_000_000).optional(),
  primary_owner_email_address: z.string().max(100).optional(),
  enable_active_speaker_indication: flag,
  direct_media: z.enum(['best_effort', 'always', 'never']).optional(),
  direct_media_notification_duration: z.int().min(0).max(30).optional(),
  denoise_enabled: flag,
  softmute_enabled: flag,
  pinning_config: text.optional(),
  prefer_ipv6: yesNoDefault,
});

interface Breakouts {
  breakout?: boolean | undefined;
  breakout_rooms?: boolean | undefined;
  breakout_uuid?: string | undefined;
  breakout_name?: string | undefined;
  direct_media?: string | undefined;
}

/** The field that contradicts another about breakouts, or null: the rules of policy-api.md §4. */
export function breakoutFault(service: Breakouts): { field: string; reason: string } | null {
  const { breakout, breakout_rooms, breakout_uuid, breakout_name, direct_media = 'never' } = service;
  if (breakout_rooms && direct_media !== 'never') return { field: 'breakout_rooms', reason: 'not with direct_media' };
  if (!breakout) return null;
  if (breakout_rooms) return { field: 'breakout_rooms', reason: 'a breakout has none of its own' };
  if (breakout_uuid === undefined) return { field: 'breakout_uuid', reason: 'needed for a breakout' };
  if (breakout_name === undefined) return { field: 'breakout_name', reason: 'needed for a breakout' };
  return null;
}
