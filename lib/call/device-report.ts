import type { Call } from './call';
import type { MediaSnapshot } from './media';

/** Tells the conference what is muted, once per call and change: each telling is a request to the node. */
export function createDeviceReport() {
  let told: { call?: Call; isMicrophoneMuted?: boolean; isCameraMuted?: boolean } = {};
  return {
    tell(call: Call, devices: MediaSnapshot) {
      const isMicrophoneMuted = devices.microphone.status !== 'on';
      const isCameraMuted = devices.camera.status !== 'on';
      if (told.call !== call) told = {};
      if (told.isMicrophoneMuted !== isMicrophoneMuted) call.setMicrophoneMuted(isMicrophoneMuted);
      if (told.isCameraMuted !== isCameraMuted) call.setCameraMuted(isCameraMuted);
      told = { call, isMicrophoneMuted, isCameraMuted };
    },
    forget() {
      told = {};
    },
  };
}
