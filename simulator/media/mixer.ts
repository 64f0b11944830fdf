import { ConferenceMixer } from './conference-mixer';
import type { Mixer } from './media-types';

export type { CallEvents, CandidateInit, MediaCall, MediaStats, MediumStats, Mixer, StreamStats } from './media-types';

/** A mixer for one conference: decodes everybody, sends each a picture and the sound of the others. */
export function createMixer(name: string): Mixer {
  return new ConferenceMixer(name);
}
