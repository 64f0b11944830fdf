import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialScripted, ScriptedPexRtc } from '@/lib/testing/scripted-pexrtc';

let rtc: ScriptedPexRtc;
beforeEach(() => void (rtc = new ScriptedPexRtc()));
const dialled = () => dialScripted(rtc, []);

describe('exchanging a device', () => {
  const track = (kind: string) => ({ kind }) as MediaStreamTrack;
  const sender = (sent: MediaStreamTrack | null) => ({ track: sent, replaceTrack: vi.fn(async () => {}) });
  const connectWith = (senders: unknown[]) => {
    rtc.call = { pc: { getSenders: () => senders } as unknown as RTCPeerConnection };
  };

  it('happens at the sender of the old track, not at the slides’', async () => {
    const call = await dialled();
    const [old, next] = [track('video'), track('video')];
    const [audio, video, slides] = [sender(track('audio')), sender(old), sender(null)];
    connectWith([audio, slides, video]);
    call.replaceTrack(old, next);
    expect(video.replaceTrack).toHaveBeenCalledWith(next);
    expect(slides.replaceTrack).not.toHaveBeenCalled();
    expect(audio.replaceTrack).not.toHaveBeenCalled();
  });

  it('before there is a connection changes nothing', async () => {
    const call = await dialled();
    expect(() => call.replaceTrack(track('video'), track('video'))).not.toThrow();
  });
});
