import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialScripted, ScriptedPexRtc } from '@/lib/testing/scripted-pexrtc';
import type { Call, CallSignal } from './call';

let rtc: ScriptedPexRtc;
let signals: CallSignal[];
let call: Call;

/** A screen with a browser's own button to stop it. */
class Screen {
  private readonly video = Object.assign(new EventTarget(), { kind: 'video' });
  getVideoTracks = () => [this.video];
  getAudioTracks = () => [];
  pressBrowsersStop = () => this.video.dispatchEvent(new Event('ended'));
}
let screen: Screen;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaStream', class {});
  [rtc, signals, screen] = [new ScriptedPexRtc(), [], new Screen()];
  call = await dialScripted(rtc, signals);
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

const sharing = () => signals.flatMap((signal) => (signal.type === 'sharing-changed' ? [signal.sharing] : []));
const share = () => {
  call.startSharing(screen as unknown as MediaStream);
  rtc.onScreenshareConnected();
};

describe('our own screen', () => {
  it('is the one we opened', () => {
    share();
    expect([rtc.user_presentation_stream, rtc.done.at(-1), sharing()]).toEqual([screen, 'present screen', ['on']]);
  });

  it('ended by us or by the browser’s own button has stopped, and at once', () => {
    share();
    call.stopSharing();
    rtc.onScreenshareStopped('Presentation ended');
    share();
    screen.pressBrowsersStop();
    rtc.onScreenshareStopped('Presentation ended');
    expect(sharing()).toEqual(['on', 'stopped', 'on', 'stopped']);
  });

  it('that never began was refused', () => {
    call.startSharing(screen as unknown as MediaStream);
    rtc.onScreenshareStopped('Screenshare rejected');
    expect(sharing()).toEqual(['refused']);
  });

  it('ended by another’s is taken over: it stops first, and the other is heard of behind that', () => {
    share();
    rtc.onScreenshareStopped('Presentation ended');
    expect(sharing()).toEqual(['on']); // not yet "stopped", which would be said aloud
    rtc.onPresentation(true, 'Bo');
    vi.advanceTimersByTime(5_000);
    expect(sharing()).toEqual(['on', 'taken-over']);
  });

  it('is taken over also where a build tells the two the other way round', () => {
    share();
    rtc.onPresentation(true, 'Bo');
    rtc.onScreenshareStopped('Presentation ended');
    vi.advanceTimersByTime(5_000);
    expect(sharing()).toEqual(['on', 'taken-over']);
  });

  it('ended by the node without a successor has stopped', () => {
    share();
    rtc.onScreenshareStopped('Presentation ended');
    vi.advanceTimersByTime(1_000);
    rtc.onPresentation(true, 'Bo'); // much later, and nothing to do with it
    expect(sharing()).toEqual(['on', 'stopped']);
  });

  it('can be ended by us while it is not certain why it went', () => {
    share();
    rtc.onScreenshareStopped('Presentation ended');
    call.stopSharing();
    expect(sharing()).toEqual(['on', 'stopped']);
  });

  it('is over without a word when the node moves us on, for its conference is', () => {
    share();
    rtc.onCallTransfer('meet-b');
    rtc.onScreenshareStopped('Presentation ended');
    rtc.onPresentation(true, 'Bo');
    vi.advanceTimersByTime(5_000);
    expect(sharing()).toEqual(['on']);
  });

  it('that somebody follows after we have stopped it was not taken over', () => {
    share();
    call.stopSharing();
    rtc.onScreenshareStopped('Presentation ended');
    rtc.onPresentation(true, 'Bo');
    expect(sharing()).toEqual(['on', 'stopped']);
  });
});
