import { z } from 'zod';
import { layoutNames } from './layout-names';
import type { ObjectNames } from './object-names';

// "At most 250 characters per field" (policy-api.md §1).
export const text = z.string().max(250);
export const flag = z.boolean().optional();
export const bitRate = z.int().min(128_000).max(8_192_000).optional();
export const yesNoDefault = z.enum(['default', 'yes', 'no']).optional();
export const callType = z.enum(['video', 'video-only', 'audio']).optional();

export const neededName = (names: readonly string[]) =>
  text.refine((name) => names.includes(name), 'no object of that name');
export const named = (names: readonly string[]) => neededName(names).optional();
// An empty group name is a harmless way to say none.
const namedOrNone = (names: readonly string[]) =>
  text.refine((name) => name === '' || names.includes(name), 'no object of that name').optional();

export const view = z.string().refine((name) => Object.hasOwn(layoutNames, name), 'not a layout');

const identity = { name: text.min(1), service_tag: text.optional() };

/** Fields that every type of service has but for its own. */
export const sharedFields = (names: ObjectNames) => ({
  ...identity,
  description: text.optional(),
  ivr_theme_name: named(names.themes),
  max_callrate_in: bitRate,
  max_pixels_per_second: z.enum(['sd', 'hd', 'fullhd']).nullable().optional(),
});

/** What all but a film have besides: how the call itself is carried. */
export const callFields = {
  crypto_mode: z.enum(['besteffort', 'on', 'off']).nullable().optional(),
  local_display_name: text.optional(),
  bypass_proxy: flag,
};

export const captionFields = {
  live_captions_enabled: yesNoDefault,
  live_captions_language: text.optional(),
  source_language: text.optional(),
};

/** Who may come in, and by which PIN or identity provider; `pinFault` checks what the PINs have to do with each other. */
export const admissionFields = (names: ObjectNames) => ({
  allow_guests: flag,
  pin: z.string().optional(),
  guest_pin: z.string().optional(),
  host_identity_provider_group: namedOrNone(names.identityProviderGroups),
  guest_identity_provider_group: namedOrNone(names.identityProviderGroups),
  non_idp_participants: z.enum(['disallow_all', 'allow_if_trusted']).optional(),
});
