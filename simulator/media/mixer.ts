import { ConferenceMixer } from './conference-mixer';
import type { Mixer } from './media-types';
import type { SpeakersListener } from './speech-watch';

export type { CallEvents, MediaCall, MediaStats, MediumStats, Mixer, StreamStats } from './media-types';

/**
 * A mixer for one conference: decodes everybody, sends each a picture and the sound of the others, and says who speaks
 * whenever that changes, at most twice a second.
 */
export function createMixer(name: string, onSpeakers: SpeakersListener = () => undefined): Mixer {
  return new ConferenceMixer(name, onSpeakers);
}
