import type { ConferenceService } from './conference-service';
import type { ConferenceState, Participant } from './conference-state';

/** What a service says of live captions. Languages are codes such as `en-US`. */
export interface CaptionSettings {
  /** Null leaves it to the deployment. */
  isEnabled: boolean | null;
  spokenLanguage: string;
  language: string;
}

/** A service with the deployment's choice where it leaves that open. */
export function withCaptionDefault(service: ConferenceService, isEnabled: boolean): ConferenceService {
  const { captions } = service;
  return { ...service, captions: { ...captions, isEnabled: captions.isEnabled ?? isEnabled } };
}

export const hasCaptions = ({ service }: ConferenceState) => service.captions.isEnabled === true;

/** Who is sent captions: those who are in and asked for them. */
export function captionReaders(state: ConferenceState): Participant[] {
  return [...state.participants.values()].filter(({ isAdmitted, showsCaptions }) => isAdmitted && showsCaptions);
}
