import type { Call } from './call';
import type { MediaSnapshot } from './media';

/** Tells the conference what is muted, once per change: each telling is a request to the node. */
export function createDeviceReport() {
  let told: { isMicrophoneMuted?: boolean; isCameraMuted?: boolean } = {};
  return {
    tell(call: Call, devices: MediaSnapshot) {
      const isMicrophoneMuted = devices.microphone.status !== 'on';
      const isCameraMuted = devices.camera.status !== 'on';
      if (told.isMicrophoneMuted !== isMicrophoneMuted) call.setMicrophoneMuted(isMicrophoneMuted);
      if (told.isCameraMuted !== isCameraMuted) call.setCameraMuted(isCameraMuted);
      told = { isMicrophoneMuted, isCameraMuted };
    },
    forget() {
      told = {};
    },
  };
}
