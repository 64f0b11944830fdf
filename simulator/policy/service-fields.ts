import { z } from 'zod';
import { layoutNames } from './layout-names';

/** What the deployment has configured by name; an answer that names anything else is void. */
export interface ObjectNames {
  locations: readonly string[];
  themes: readonly string[];
  identityProviderGroups: readonly string[];
}

// "At most 250 characters per field" (policy-api.md §1).
const text = z.string().max(250);
const bitRate = z.int().min(128_000).max(8_192_000);
const yesNoDefault = z.enum(['default', 'yes', 'no']);

export const named = (names: readonly string[]) =>
  text.refine((name) => names.includes(name), 'no object of that name');
// An empty group name is a harmless way to say none.
const namedOrNone = (names: readonly string[]) =>
  text.refine((name) => name === '' || names.includes(name), 'no object of that name');

export const view = z.string().refine((name) => Object.hasOwn(layoutNames, name), 'not a layout');

export const identity = { name: text.min(1), service_tag: text.optional() };

/** Fields that most types of service share. */
export const sharedFields = (names: ObjectNames) => ({
  ...identity,
  description: text.optional(),
  call_type: z.enum(['video', 'video-only', 'audio']).optional(),
  crypto_mode: z.enum(['besteffort', 'on', 'off']).nullable().optional(),
  ivr_theme_name: named(names.themes).optional(),
  local_display_name: text.optional(),
  max_callrate_in: bitRate.optional(),
  max_callrate_out: bitRate.optional(),
  max_pixels_per_second: z.enum(['sd', 'hd', 'fullhd']).nullable().optional(),
  bypass_proxy: z.boolean().optional(),
  prefer_ipv6: yesNoDefault.optional(),
});

const automaticParticipant = (names: ObjectNames) =>
  z.looseObject({
    local_alias: text,
    remote_alias: text,
    protocol: z.enum(['sip', 'h323', 'mssip', 'rtmp']),
    role: z.enum(['chair', 'guest']),
    system_location_name: named(names.locations).optional(),
  });

/** Fields of a conference and of a lecture, policy-api.md §4. */
export const conferenceFields = (names: ObjectNames) => ({
  ...sharedFields(names),
  allow_guests: z.boolean().optional(),
  pin: z.string().optional(),
  guest_pin: z.string().optional(),
  automatic_participants: z.array(automaticParticipant(names)).optional(),
  enable_chat: yesNoDefault.optional(),
  enable_overlay_text: z.boolean().optional(),
  guests_can_present: z.boolean().optional(),
  locked: z.boolean().optional(),
  mute_all_guests: z.boolean().optional(),
  participant_limit: z.int().min(0).max(1_000_000).optional(),
  primary_owner_email_address: z.string().max(100).optional(),
  enable_active_speaker_indication: z.boolean().optional(),
  breakout_rooms: z.boolean().optional(),
  direct_media: z.enum(['best_effort', 'always', 'never']).optional(),
  direct_media_notification_duration: z.int().min(0).max(30).optional(),
  denoise_enabled: z.boolean().optional(),
  softmute_enabled: z.boolean().optional(),
  live_captions_enabled: yesNoDefault.optional(),
  live_captions_language: text.optional(),
  source_language: text.optional(),
  host_identity_provider_group: namedOrNone(names.identityProviderGroups).optional(),
  guest_identity_provider_group: namedOrNone(names.identityProviderGroups).optional(),
  non_idp_participants: z.enum(['disallow_all', 'allow_if_trusted']).optional(),
  pinning_config: text.optional(),
});
