import { circumstancesOf, permissionFor } from './device-circumstances';
import { deviceProblemFor, type DeviceKind, type DeviceProblem } from './device-problems';

export type Captured = { ok: true; track: MediaStreamTrack } | { ok: false; problem: DeviceProblem };
/** Which camera or microphone; the system's own where nothing is said. */
export type WantedDevice = Pick<MediaTrackConstraints, 'deviceId'>;

/** The camera's picture as it is wanted where nothing has to be drawn into it. */
export const cameraPicture: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

const constraints: Record<DeviceKind, (wanted: WantedDevice) => MediaStreamConstraints> = {
  microphone: (wanted) => ({
    audio: { ...wanted, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  }),
  camera: (wanted) => ({
    video: { ...wanted, ...cameraPicture },
  }),
};

function trackOf(stream: MediaStream, device: DeviceKind): Captured {
  const [track] = device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
  return track ? { ok: true, track } : { ok: false, problem: 'missing' };
}

// Absent in pages that are not served securely, whatever TypeScript's library says.
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

const problemOf = async (device: DeviceKind, error: unknown) => deviceProblemFor(error, await circumstancesOf(device));

/** Opens one device. */
export async function capture(device: DeviceKind, wanted: WantedDevice = {}): Promise<Captured> {
  const devices = mediaDevices();
  if (!devices) return { ok: false, problem: 'insecure' };
  try {
    return trackOf(await devices.getUserMedia(constraints[device](wanted)), device);
  } catch (error) {
    return { ok: false, problem: await problemOf(device, error) };
  }
}

/**
 * Opens both with one question to the visitor. The browser refuses both when either fails and does not say which, so
 * then each is tried alone; not after "no", for that would ask the same question again.
 */
export async function captureBoth(wanted: Record<DeviceKind, WantedDevice>): Promise<Record<DeviceKind, Captured>> {
  const devices = mediaDevices();
  if (!devices) return { microphone: { ok: false, problem: 'insecure' }, camera: { ok: false, problem: 'insecure' } };
  try {
    const stream = await devices.getUserMedia({
      ...constraints.microphone(wanted.microphone),
      ...constraints.camera(wanted.camera),
    });
    return { microphone: trackOf(stream, 'microphone'), camera: trackOf(stream, 'camera') };
  } catch (error) {
    const isRefused = error instanceof DOMException && /NotAllowed|Security|PermissionDenied/.test(error.name);
    const tryAlone = async (device: DeviceKind): Promise<Captured> =>
      !isRefused || (await permissionFor(device)) === 'granted'
        ? capture(device, wanted[device])
        : { ok: false, problem: await problemOf(device, error) };
    // One after the other: two prompts at once bury each other in some browsers.
    const microphone = await tryAlone('microphone');
    return { microphone, camera: await tryAlone('camera') };
  }
}
