import type { DeviceKind } from './device-problems';

export interface StandIn {
  track: MediaStreamTrack;
  close(): void;
}

/**
 * A black picture or silence in place of a device that is off. Because a call always sends one audio and one video
 * track, turning a device on later only exchanges a track at its sender, which every PexRTC can take without a new
 * negotiation; and others see us as muted, not as someone who cannot be seen at all.
 */
export function openStandIn(device: DeviceKind): StandIn {
  return device === 'camera' ? blackPicture() : silence();
}

function blackPicture(): StandIn {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
  const [track] = canvas.captureStream(1).getVideoTracks();
  if (!track) throw new Error('a canvas stream has no video track');
  return { track, close: () => track.stop() };
}

function silence(): StandIn {
  const context = new AudioContext();
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error('an audio destination has no audio track');
  return {
    track,
    close: () => {
      track.stop();
      void context.close();
    },
  };
}
