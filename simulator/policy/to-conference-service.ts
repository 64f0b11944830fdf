import type { CaptionSettings } from '../conference/captions';
import type { ConferenceService } from '../conference/conference-service';
import { defaultLayoutName, layoutNames } from './layout-names';
import type { ServiceConfiguration } from './service-schema';

type Described = Extract<ServiceConfiguration, { service_type: 'conference' | 'lecture' }>;

function layoutOf(service: Described): string {
  const name = service.service_type === 'conference' ? service.view : service.host_view;
  return layoutNames[name ?? defaultLayoutName] ?? '1:7';
}

function captionsOf({ live_captions_enabled, source_language, live_captions_language }: Described): CaptionSettings {
  const spokenLanguage = source_language || 'en-US';
  return {
    isEnabled: live_captions_enabled === 'yes' ? true : live_captions_enabled === 'no' ? false : null,
    spokenLanguage,
    language: live_captions_language || spokenLanguage,
  };
}

/** A checked configuration in the simulator's own words, with the defaults of policy-api.md §4. */
export function toConferenceService(service: Described): ConferenceService {
  return {
    name: service.name,
    tag: service.service_tag ?? '',
    serviceType: service.service_type,
    allowsGuests: service.allow_guests ?? false,
    pin: service.pin ?? null,
    guestPin: service.guest_pin || null,
    participantLimit: service.participant_limit ?? null,
    callType: service.call_type ?? 'video',
    isChatEnabled: service.enable_chat !== 'no',
    guestsCanPresent: service.guests_can_present ?? true,
    isLockedAtStart: service.locked ?? false,
    mutesGuests: service.mute_all_guests ?? false,
    layout: layoutOf(service),
    isOverlayTextEnabled: service.enable_overlay_text ?? false,
    captions: captionsOf(service),
    maxCallRateIn: service.max_callrate_in ?? null,
    maxCallRateOut: service.max_callrate_out ?? null,
    described: service,
  };
}

/** The conference or lecture that a description describes; null when it is something else, or a breakout. */
export function roomOf(service: ServiceConfiguration): ConferenceService | null {
  if (service.service_type !== 'conference' && service.service_type !== 'lecture') return null;
  return service.breakout ? null : toConferenceService(service);
}
