import { availableDevices } from './available-devices';
import { deviceChoices } from './device-choices';
import { pickDevice } from './pick-device';

/** Not on phones, and in Safari only lately. */
export function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

/** Plays an element through the chosen speaker, from now on and whatever is chosen or unplugged later. */
export function followSpeaker(element: HTMLMediaElement): () => void {
  if (!canChooseSpeaker()) return () => {};
  let current = element.sinkId;
  const follow = () => {
    const wanted = pickDevice(deviceChoices.get().speaker, availableDevices.get().speaker).id ?? '';
    if (wanted === current) return;
    current = wanted;
    // Refused when it was unplugged in between: the system's own speaker is heard then.
    element.setSinkId(wanted).catch(() => void element.setSinkId('').catch(() => {}));
  };
  const stops = [deviceChoices.subscribe(follow), availableDevices.subscribe(follow)];
  follow();
  return () => stops.forEach((stop) => stop());
}

const NOTES = [523.25, 659.25, 783.99]; // C, E and G: a chime, not an alarm
const NOTE_S = 0.22;
const LOUDNESS = 0.18;

/** Plays a soft chime through the chosen speaker; false where the browser does not let us. */
export async function playChime(): Promise<boolean> {
  const context = new AudioContext();
  const element = new Audio();
  const stop = followSpeaker(element);
  try {
    const output = context.createMediaStreamDestination();
    element.srcObject = output.stream;
    await Promise.all([context.resume(), element.play()]);
    NOTES.forEach((frequency, index) => strike(context, output, frequency, context.currentTime + 0.1 + index * NOTE_S));
    await new Promise((resolve) => setTimeout(resolve, (NOTES.length + 4) * NOTE_S * 1000));
    return true;
  } catch {
    return false;
  } finally {
    stop();
    element.srcObject = null;
    void context.close();
  }
}

function strike(context: AudioContext, output: AudioNode, frequency: number, at: number): void {
  const tone = new OscillatorNode(context, { frequency });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S * 3);
  tone.connect(loudness).connect(output);
  tone.start(at);
  tone.stop(at + NOTE_S * 3);
}
