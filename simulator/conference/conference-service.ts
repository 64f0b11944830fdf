import type { CaptionSettings } from './captions';

/** A conference or lecture as policy, or the own database, described it: the parts the simulator acts on. */
export interface ConferenceService {
  name: string;
  tag: string;
  serviceType: 'conference' | 'lecture';
  allowsGuests: boolean;
  pin: string | null;
  guestPin: string | null;
  /** Most participants at once; null is no limit. */
  participantLimit: number | null;
  callType: 'video' | 'video-only' | 'audio';
  isChatEnabled: boolean;
  guestsCanPresent: boolean;
  isLockedAtStart: boolean;
  mutesGuests: boolean;
  /** As clients name it: `1:7`. */
  layout: string;
  isOverlayTextEnabled: boolean;
  captions: CaptionSettings;
  /** Bits per second, as policy gives them. */
  maxCallRateIn: number | null;
  maxCallRateOut: number | null;
  /** The description as it was given, to tell whether a later one differs. */
  described: Readonly<Record<string, unknown>>;
}
