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
  neededName,
  sharedFields,
  text,
  view,
  yesNoDefault,
} from './service-fields';

// The two layouts that belong to Teams and to nothing else (policy-api.md §4).
const gatewayView = z.union([z.enum(['teams', 'teams_focus']), view], 'not a layout');

/** A call that is passed on to another system, policy-api.md §4. */
export const gatewayFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  ...callFields,
  ...captionFields,
  local_alias: text.min(1),
  remote_alias: text.min(1),
  outgoing_protocol: z.enum(['sip', 'h323', 'mssip', 'rtmp', 'gms', 'teams']),
  call_type: z.enum(['video', 'video-only', 'audio', 'auto']).optional(),
  called_device_type: z
    .enum([
      'external',
      'registration',
      'mssip_conference_id',
      'mssip_server',
      'gms_conference',
      'teams_conference',
      'teams_user',
      'telehealth_profile',
    ])
    .optional(),
  max_callrate_out: bitRate,
  outgoing_location_name: named(names.locations),
  sip_proxy_name: named(names.sipProxies),
  h323_gatekeeper_name: named(names.h323Gatekeepers),
  mssip_proxy_name: named(names.mssipProxies),
  teams_proxy_name: named(names.teamsProxies),
  gms_access_token_name: named(names.gmsAccessTokens),
  stun_server_name: named(names.stunServers),
  turn_server_name: named(names.turnServers),
  treat_as_trusted: flag,
  external_participant_avatar_lookup: yesNoDefault,
  dtmf_sequence: text.optional(),
  enable_overlay_text: flag,
  enable_active_speaker_indication: flag,
  denoise_audio: flag,
  transcoding_enabled: flag,
  teams_fit_to_frame: yesNoDefault,
  view: gatewayView.optional(),
  prefer_ipv6: yesNoDefault,
});

/** A Virtual Reception, which asks for the alias to go on to. */
export const receptionFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  ...callFields,
  call_type: callType,
  max_callrate_out: bitRate,
  match_string: text.optional(),
  replace_string: text.optional(),
  post_match_string: text.optional(),
  post_replace_string: text.optional(),
  two_stage_dial_type: z.enum(['regular', 'mssip', 'gms', 'teams']).optional(),
  system_location_name: named(names.locations),
  mssip_proxy_name: named(names.mssipProxies),
  teams_proxy_name: named(names.teamsProxies),
  gms_access_token_name: named(names.gmsAccessTokens),
});

const transfer = z.looseObject({ conference: text.min(1), role: z.enum(['chair', 'guest']).optional() });

/** What follows a film: the end of the call, or a move to a conference, and not both. */
const onCompletion = z
  .looseObject({ disconnect: z.literal(true).optional(), transfer: transfer.optional() })
  .refine(
    (end) => (end.disconnect === undefined) !== (end.transfer === undefined),
    'either disconnect or transfer is needed',
  );

export const playbackFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  ...admissionFields(names),
  max_callrate_out: bitRate,
  media_playlist_name: neededName(names.mediaPlaylists),
  on_completion: onCompletion.optional(),
});

export const testCallFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  ...callFields,
  call_type: callType,
});
