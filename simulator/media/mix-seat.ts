import type { MediaLeg } from './media-leg';
import type { Seat } from './view';

/** A connected call with what the conference says about its participant. */
export interface MixSeat extends Seat {
  leg: MediaLeg;
  isAudioMuted: boolean;
  isVideoMuted: boolean;
}
