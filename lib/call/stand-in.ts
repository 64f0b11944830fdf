import type { DeviceKind } from './device-problems';

export interface StandIn {
  track: MediaStreamTrack;
  close(): void;
}

/**
 * A black picture or silence in place of a device that is off. Because a call always sends one audio and one video
 * track, turning a device on later only exchanges a track at its sender, which every PexRTC can take without a new
 * negotiation; and others see us as muted, not as someone who cannot be seen at all. Null where the browser refuses:
 * some limit how many audio contexts a page may have, and some private modes forbid reading a canvas.
 */
export function openStandIn(device: DeviceKind): StandIn | null {
  try {
    return device === 'camera' ? blackPicture() : silence();
  } catch {
    return null;
  }
}

function blackPicture(): StandIn | null {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height);
  const [track] = canvas.captureStream(1).getVideoTracks();
  return track ? { track, close: () => track.stop() } : null;
}

function silence(): StandIn | null {
  const context = new AudioContext();
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
  const close = () => {
    track?.stop();
    void context.close();
  };
  if (track) return { track, close };
  close();
  return null;
}
