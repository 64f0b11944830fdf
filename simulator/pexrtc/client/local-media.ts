import type { CallPlan } from './call-type';
import type { PexRtcSettings } from './settings';

type Ladder = MediaStreamConstraints[];

/** What to ask the browser for, best first; the last one takes any picture size. */
export function constraintLadder(settings: PexRtcSettings, plan: CallPlan): Ladder {
  const audio = plan.sendAudio && {
    ...deviceConstraint(settings.audio_source),
    autoGainControl: settings.autoGainControl,
    echoCancellation: settings.echoCancellation,
    noiseSuppression: settings.noiseSuppression,
    ...(settings.sampleRate ? { sampleRate: settings.sampleRate } : {}),
  };
  const anySize = plan.sendVideo && { ...deviceConstraint(settings.video_source) };
  const height = settings.force_hd === true ? 720 : settings.force_hd;
  if (!anySize || !height) return [{ audio, video: anySize }];
  const video = { ...anySize, height: { ideal: height }, width: { ideal: Math.round((height * 16) / 9) } };
  return [
    { audio, video },
    { audio, video: anySize },
  ];
}

/** The stream to send: the application's own, a captured one, or none when nothing is to be sent. */
export async function openLocalMedia(settings: PexRtcSettings, plan: CallPlan): Promise<MediaStream | null> {
  if (settings.user_media_stream) return settings.user_media_stream;
  if (!plan.sendAudio && !plan.sendVideo) return null;
  const ladder = constraintLadder(settings, plan);
  for (const [step, constraints] of ladder.entries()) {
    try {
      return await navigator.mediaDevices.getUserMedia(constraints);
    } catch (error) {
      const mayFitLess = error instanceof DOMException && error.name === 'OverconstrainedError';
      if (!mayFitLess || step === ladder.length - 1) throw error;
    }
  }
  return null;
}

export function stopTracks(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

function deviceConstraint(source: string | boolean | null): { deviceId?: string } {
  return typeof source === 'string' ? { deviceId: source } : {};
}
