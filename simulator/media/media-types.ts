/** What the mixer reports of a call by itself: ICE and DTLS up for the first time, or lost for good. */
export interface CallEvents {
  onConnected(): void;
  onFailed(): void;
}

export interface JoiningCall {
  callId: string;
  participantId: string;
  displayName: string;
  offerSdp: string;
  /** A call beside the participant's own: its video line carries slides, and it takes no place in picture or sound. */
  isSlidesOnly?: boolean;
  events: CallEvents;
}

export interface MediaCall {
  readonly id: string;
  readonly answerSdp: string;
}

/** Figures of one direction of one medium, as seen by the mixer. */
export interface StreamStats {
  packets: number;
  bytes: number;
  packetsLost: number;
  jitterMs: number;
  /** `opus`, `VP8` …; empty while nothing has flowed. */
  codec: string;
  /** Pixels; zero for audio. */
  width: number;
  height: number;
  framesPerSecond: number;
}

/** `received` is what the participant sends, `sent` what the mixer sends to him. */
export interface MediumStats {
  received: StreamStats;
  sent: StreamStats;
}

export interface MediaStats {
  audio: MediumStats;
  video: MediumStats;
  presentation: MediumStats;
}

export interface Mixer {
  /** Answers a call's offer. Rejects when the offer cannot be used. The participant is not admitted until `setAdmitted`. */
  join(call: JoiningCall): Promise<MediaCall>;
  /** Renegotiation or ICE restart; resolves to the answer. */
  update(callId: string, offerSdp: string): Promise<string>;
  /** Whoever is not admitted gets a waiting picture and silence, and is not mixed for others. */
  setAdmitted(participantId: string, isAdmitted: boolean): void;
  setMuted(participantId: string, muted: { audio?: boolean; video?: boolean }): void;
  /** The network between the participant's present calls and the mixer is gone, or back. */
  setCut(participantId: string, isCut: boolean): void;
  /** The presenter's slides go to everybody else's slides line. */
  setPresenter(participantId: string | null): void;
  leave(callId: string): void;
  /** A snapshot at most two seconds old; null for an unknown call or before the first one. */
  stats(callId: string): MediaStats | null;
  close(): void;
}
