import { AudioMixing } from './audio-mixing';
import { MediaLeg } from './media-leg';
import type { JoiningCall, MediaCall, MediaStats, Mixer } from './media-types';
import { MixClock } from './mix-clock';
import { SpeechWatch, type SpeakersListener } from './speech-watch';
import { SlidesForwarding } from './slides-forwarding';
import { VideoMixing } from './video-mixing';
import type { MixSeat } from './mix-seat';

interface Standing {
  isAdmitted: boolean;
  isAudioMuted: boolean;
  isVideoMuted: boolean;
}

const NEWCOMER: Standing = { isAdmitted: false, isAudioMuted: false, isVideoMuted: false };
/** Figures of a call's first moment say nothing. */
const FIRST_STATS_MS = 500;
const STATS_EVERY_MS = 2_000;

const isInTheMix = ({ leg }: MixSeat) => !leg.isSlidesOnly;

export class ConferenceMixer implements Mixer {
  private readonly legs = new Map<string, MediaLeg>();
  private readonly standings = new Map<string, Standing>();
  private readonly speech: SpeechWatch;
  private readonly audio: AudioMixing;
  private readonly video = new VideoMixing();
  private readonly slides = new SlidesForwarding();
  private presenter: string | null = null;
  private statsDueAt: number | null = null;
  private readonly clock = new MixClock({
    onAudioFrame: () => this.audio.mix(this.seats().filter(isInTheMix)),
    onVideoFrame: (now) => this.mixPictures(now),
  });

  constructor(
    readonly name: string,
    onSpeakers: SpeakersListener,
  ) {
    this.speech = new SpeechWatch(onSpeakers);
    this.audio = new AudioMixing((participantId, frame) => this.speech.hear(participantId, frame));
  }

  async join(call: JoiningCall): Promise<MediaCall> {
    const { callId, offerSdp } = call;
    if (this.legs.has(callId)) throw new Error(`call ${callId} has joined already`);
    const leg = new MediaLeg(call, () => this.startOrStop());
    this.legs.set(callId, leg);
    try {
      return { id: callId, answerSdp: await leg.negotiate(offerSdp) };
    } catch (error) {
      if (this.legs.get(callId) === leg) this.leave(callId);
      throw error;
    }
  }

  async update(callId: string, offerSdp: string): Promise<string> {
    const leg = this.legs.get(callId);
    if (!leg) throw new Error(`no call ${callId}`);
    return leg.negotiate(offerSdp);
  }

  setAdmitted(participantId: string, isAdmitted: boolean): void {
    this.standings.set(participantId, { ...this.standing(participantId), isAdmitted });
  }

  setMuted(participantId: string, muted: { audio?: boolean; video?: boolean }): void {
    const { isAdmitted, isAudioMuted, isVideoMuted } = this.standing(participantId);
    this.standings.set(participantId, {
      isAdmitted,
      isAudioMuted: muted.audio ?? isAudioMuted,
      isVideoMuted: muted.video ?? isVideoMuted,
    });
  }

  setCut(participantId: string, isCut: boolean): void {
    for (const leg of this.legs.values()) if (leg.participantId === participantId) leg.setCut(isCut);
  }

  setPresenter(participantId: string | null): void {
    this.presenter = participantId;
  }

  leave(callId: string): void {
    const leg = this.legs.get(callId);
    if (!leg) return;
    this.legs.delete(callId);
    leg.close();
    this.video.forget(callId);
    const hasOtherCall = [...this.legs.values()].some((other) => other.participantId === leg.participantId);
    if (!hasOtherCall) this.standings.delete(leg.participantId);
    this.startOrStop();
  }

  stats(callId: string): MediaStats | null {
    return this.legs.get(callId)?.stats ?? null;
  }

  close(): void {
    this.clock.stop();
    for (const callId of [...this.legs.keys()]) this.leave(callId);
    this.standings.clear();
  }

  private seats(): MixSeat[] {
    const connected = [...this.legs.values()].filter((leg) => leg.isConnected);
    return connected.map((leg) => ({
      ...this.standing(leg.participantId),
      callId: leg.callId,
      participantId: leg.participantId,
      leg,
    }));
  }

  private standing(participantId: string): Standing {
    return this.standings.get(participantId) ?? NEWCOMER;
  }

  /** No work while nobody is connected. */
  private startOrStop(): void {
    if ([...this.legs.values()].some((leg) => leg.isConnected)) return this.clock.start();
    this.clock.stop();
    this.statsDueAt = null;
  }

  private mixPictures(now: number): void {
    const seats = this.seats();
    this.video.mix(seats.filter(isInTheMix), now);
    this.slides.forward(seats, this.presenter, now);
    this.speech.look(now);
    this.statsDueAt ??= now + FIRST_STATS_MS;
    if (now < this.statsDueAt) return;
    this.statsDueAt = now + STATS_EVERY_MS;
    // A call that closes meanwhile simply keeps its last figures.
    for (const { leg } of seats) leg.refreshStats().catch(() => undefined);
  }
}
