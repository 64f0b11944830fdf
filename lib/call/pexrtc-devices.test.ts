import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialScripted, ScriptedPexRtc } from '@/lib/testing/scripted-pexrtc';
import type { Call } from './call';

let rtc: ScriptedPexRtc;
beforeEach(() => void (rtc = new ScriptedPexRtc()));
const dialled = () => dialScripted(rtc, []);

const track = (kind: string) => ({ kind }) as MediaStreamTrack;
function connectWith(senders: unknown[]) {
  rtc.call = { pc: { getSenders: () => senders } as unknown as RTCPeerConnection };
}

describe('exchanging a device', () => {
  const sender = (sent: MediaStreamTrack | null) => ({ track: sent, replaceTrack: vi.fn(async () => {}) });

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

describe('exchanging the microphone while a screen is shown', () => {
  /** What a mix is made of, and whether it is still made. */
  let mixes: { of: unknown[]; track: MediaStreamTrack; isOpen: boolean }[];
  let audio: { track: MediaStreamTrack; replaceTrack: (next: MediaStreamTrack) => Promise<void> };
  let call: Call;

  beforeEach(async () => {
    mixes = [];
    vi.stubGlobal(
      'MediaStream',
      class {
        constructor(readonly tracks: unknown[] = []) {}
      },
    );
    vi.stubGlobal(
      'AudioContext',
      class {
        private readonly mix = { of: [] as unknown[], track: track('audio'), isOpen: true };
        constructor() {
          mixes.push(this.mix);
        }
        createMediaStreamDestination = () => ({ stream: { getAudioTracks: () => [this.mix.track] } });
        createMediaStreamSource = ({ tracks }: { tracks: unknown[] }) => ({
          connect: () => void this.mix.of.push(...tracks),
        });
        close = async () => void (this.mix.isOpen = false);
      },
    );
    audio = {
      track: track('audio'),
      replaceTrack: async (next) => void (audio.track = next),
    };
    call = await dialled();
    connectWith([audio]);
    return () => vi.unstubAllGlobals();
  });

  /** As PexRTC does it: a mix of its own, and the microphone of before at the end. */
  function share(sound: MediaStreamTrack | null) {
    const before = audio.track;
    const video = Object.assign(new EventTarget(), { kind: 'video' });
    const screen = { getVideoTracks: () => [video], getAudioTracks: () => (sound ? [sound] : []) };
    call.startSharing(screen as unknown as MediaStream);
    if (sound) audio.track = track('audio');
    rtc.onScreenshareConnected();
    return () => {
      audio.track = before;
      rtc.onScreenshareStopped('Presentation ended');
    };
  }

  it('sends the screen’s sound and the new microphone, and the microphone alone afterwards', () => {
    const [first, second, sound] = [audio.track, track('audio'), track('audio')];
    const stop = share(sound);
    call.replaceTrack(first, second);
    expect(mixes).toEqual([{ of: [sound, second], track: audio.track, isOpen: true }]);
    const third = track('audio');
    call.replaceTrack(second, third);
    expect(mixes.map(({ of, isOpen }) => [of[1] === second, isOpen])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(audio.track).toBe(mixes[1]!.track);
    stop();
    expect([audio.track === third, mixes[1]!.isOpen]).toEqual([true, false]);
  });

  it('of a screen without sound sends the new microphone, which is not exchanged for the old one at the end', () => {
    const second = track('audio');
    const stop = share(null);
    call.replaceTrack(audio.track, second);
    expect([audio.track === second, mixes]).toEqual([true, []]);
    stop();
    expect(audio.track).toBe(second);
  });

  it('where the browser cannot mix, the screen’s sound goes on, and the new microphone comes behind it', () => {
    const second = track('audio');
    const stop = share(track('audio'));
    const mix = audio.track;
    vi.stubGlobal('AudioContext', undefined);
    call.replaceTrack(audio.track, second);
    expect(audio.track).toBe(mix);
    stop();
    expect(audio.track).toBe(second);
  });

  it('a microphone that was never exchanged is PexRTC’s own to put back', () => {
    const first = audio.track;
    share(track('audio'))();
    expect([audio.track === first, mixes]).toEqual([true, []]);
  });
});
