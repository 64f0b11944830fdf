import type { ConferenceOptions } from '@/lib/settings/conference-settings';
import { configurationOf } from './service-configuration';

/** A meeting like any other: what settings may break does not depend on which one it is. */
const ANY_MEETING = {
  id: '00000000-0000-4000-8000-000000000000',
  alias: 'meet-any',
  serviceName: 'Any meeting',
  hostPin: '000000000000',
  isLobby: true,
  participantLimit: null,
  isInvitationRequired: false,
  settingsId: null,
  homeLocation: null,
  hasEarlyViewsOnly: null,
  validFrom: new Date(0),
  validUntil: new Date(0),
  cancelledAt: null,
};

/** Which option a field of Infinity's comes from. */
const OPTIONS: Record<string, keyof ConferenceOptions> = {
  ivr_theme_name: 'theme',
  view: 'layout',
  host_view: 'layout',
  guest_view: 'layout',
  guests_can_see_guests: 'layout',
  max_callrate_in: 'maxCallRateIn',
  max_callrate_out: 'maxCallRateOut',
  max_pixels_per_second: 'maxPicture',
  crypto_mode: 'encryption',
  enable_chat: 'hasChat',
  guests_can_present: 'guestsMayPresent',
  enable_overlay_text: 'showsNames',
  participant_limit: 'participantLimit',
  host_identity_provider_group: 'hostSignIn',
  guest_identity_provider_group: 'guestSignIn',
};

/** What Infinity would not accept of a meeting with these options, by the very schema that every answer is checked with. */
export function configurationProblems(options: ConferenceOptions): { field: string; message: string }[] {
  const { fault } = configurationOf(ANY_MEETING, { everywhere: options, locations: [] }, null, '');
  if (fault === null) return [];
  return fault.split('; ').map((text) => {
    const [field = '', ...words] = text.split(' ');
    return { field: OPTIONS[field] ?? field, message: words.join(' ') };
  });
}
