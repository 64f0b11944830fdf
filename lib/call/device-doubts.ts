import type { DeviceWishes } from './device-wishes';
import type { CallToGoOn } from './rejoin-memory';

// Every doubt goes toward muted: a new call never turns on what was off, whoever turned it off.

/**
 * Which devices to open for a call that comes from another tab: what was off there is off here, and what the visitor has turned
 * off here stays so. `here` is null where nothing was wished here.
 */
export function wishesOnTakingOver(there: CallToGoOn, here: DeviceWishes | null): DeviceWishes {
  return {
    microphone: there.isMicrophoneOn && here?.microphone !== false,
    camera: there.isCameraOn && here?.camera !== false,
  };
}
