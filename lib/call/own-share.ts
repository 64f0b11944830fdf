import type { SharingEnd } from './conference';
import { ShareSound } from './share-sound';

/** The node takes the floor from us, and says in the same breath who has it now. */
const SUCCESSOR_WITHIN_MS = 1_000;

/** Our own screen in one connection: tells that it is shown and, once that is certain, why it no longer is (pexrtc.md §6). */
export class OwnShare {
  readonly sound = new ShareSound();
  private stage: 'none' | 'asked' | 'on' | 'taken' = 'none';
  private isEndWished = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (sharing: 'on' | SharingEnd) => void) {}

  ask(screen: MediaStream) {
    [this.stage, this.isEndWished] = ['asked', false];
    this.sound.begin(screen);
    // The browser's own button. PexRTC listens to it after us, and stops by itself.
    screen.getVideoTracks()[0]?.addEventListener('ended', () => (this.isEndWished = true));
  }

  askToEnd() {
    this.isEndWished = true;
    if (this.stage === 'taken') this.end('stopped');
  }

  begun() {
    this.stage = 'on';
    this.tell('on');
  }

  /** It is over, also when it never began. The texts differ from build to build; what happened before does not. */
  stopped() {
    if (this.stage === 'asked') return this.end(this.isEndWished ? 'stopped' : 'refused');
    if (this.stage !== 'on') return;
    if (this.isEndWished) return this.end('stopped');
    // Somebody else's share ends ours first and is heard of just behind that.
    this.stage = 'taken';
    this.timer = setTimeout(() => this.end('stopped'), SUCCESSOR_WITHIN_MS);
  }

  /** Somebody else shows a screen now. */
  succeeded() {
    if (this.stage === 'on' || this.stage === 'taken') this.end('taken-over');
  }

  /** The connection that it belonged to is gone. */
  forget() {
    clearTimeout(this.timer);
    this.stage = 'none';
    this.sound.end();
  }

  private end(reason: SharingEnd) {
    clearTimeout(this.timer);
    this.stage = 'none';
    this.tell(reason);
  }
}
