import { deviceProblemFor, type DeviceKind, type DeviceProblem } from './device-problems';

export type Captured = { ok: true; track: MediaStreamTrack } | { ok: false; problem: DeviceProblem };

const constraints: Record<DeviceKind, MediaStreamConstraints> = {
  microphone: { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
  camera: { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } },
};

function trackOf(stream: MediaStream, device: DeviceKind): Captured {
  const [track] = device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
  return track ? { ok: true, track } : { ok: false, problem: 'missing' };
}

// Absent in pages that are not served securely, whatever TypeScript's library says.
function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices;
}

/** Opens one device. */
export async function capture(device: DeviceKind): Promise<Captured> {
  const devices = mediaDevices();
  if (!devices) return { ok: false, problem: 'insecure' };
  try {
    return trackOf(await devices.getUserMedia(constraints[device]), device);
  } catch (error) {
    return { ok: false, problem: deviceProblemFor(error) };
  }
}

/**
 * Opens both with one question to the visitor. The browser refuses both when either fails and does not say which, so
 * then each is tried alone; not after "no", for that would ask the same question again.
 */
export async function captureBoth(): Promise<Record<DeviceKind, Captured>> {
  const devices = mediaDevices();
  if (!devices) return { microphone: { ok: false, problem: 'insecure' }, camera: { ok: false, problem: 'insecure' } };
  try {
    const stream = await devices.getUserMedia({ ...constraints.microphone, ...constraints.camera });
    return { microphone: trackOf(stream, 'microphone'), camera: trackOf(stream, 'camera') };
  } catch (error) {
    const problem = deviceProblemFor(error);
    const tryAlone = async (device: DeviceKind): Promise<Captured> =>
      problem !== 'denied' || (await isAllowed(device)) ? capture(device) : { ok: false, problem };
    // One after the other: two prompts at once bury each other in some browsers.
    const microphone = await tryAlone('microphone');
    return { microphone, camera: await tryAlone('camera') };
  }
}

/** Whether the browser would open the device without asking. Browsers that cannot say count as no. */
async function isAllowed(device: DeviceKind): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: device })).state === 'granted';
  } catch {
    return false;
  }
}
