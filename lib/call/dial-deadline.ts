/** A node that says nothing at all for so long is out of reach; PexRTC itself would wait a minute (pexrtc.md §3). */
const SIGN_OF_LIFE_MS = 15_000;
/** For sound and picture, once the node speaks: newer builds wait without end for the answer to their offer (pexrtc.md §3). */
const CONNECTED_MS = 20_000;

/** By when a dial has to have come how far. The time that a PIN takes to be typed does not count. */
export class DialDeadline {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stage: 'silent' | 'heard' | 'typing' | 'over' = 'silent';

  constructor(private readonly onMissed: () => void) {
    this.wait(SIGN_OF_LIFE_MS);
  }

  heard(signal: string) {
    if (signal === 'connected' || signal === 'disconnected' || signal === 'failed') return this.stop();
    if (signal === 'pin-requested') return this.stop('typing');
    // Elsewhere all begins anew, though it was up here.
    if (this.stage === 'silent' || signal === 'transferred') this.goOn();
  }

  pinTyped() {
    if (this.stage === 'typing') this.goOn();
  }

  stop(stage: 'typing' | 'over' = 'over') {
    this.stage = stage;
    clearTimeout(this.timer);
  }

  private goOn() {
    this.stage = 'heard';
    this.wait(CONNECTED_MS);
  }

  private wait(forMs: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onMissed, forMs);
  }
}
