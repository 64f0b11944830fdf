import type { OneTab } from './one-tab';
import { forgetCall, rememberCall, type CallToGoOn } from './rejoin-memory';

/** A page that crashes says nothing; so long before that, the call was on. */
const NOTED_EVERY_MS = 5_000;

/** Lets a call go on after a reload or in another tab, for as long as it is on. */
export class CallMemory {
  private timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param isWanted false where others must not find the call: at the desk
   * @param describe what it takes to go on with the call as it is now
   * @param onTakenOver another tab goes on with it; the call here has to be hung up before this returns
   */
  constructor(
    private readonly isWanted: boolean,
    private readonly tabs: OneTab,
    private readonly describe: () => CallToGoOn | null,
    private readonly onTakenOver: () => void,
  ) {}

  /** The call is on, or something about it has changed. */
  keep() {
    const call = this.isWanted ? this.describe() : null;
    if (!call) return;
    rememberCall(call);
    this.timer ??= setInterval(() => this.keep(), NOTED_EVERY_MS);
    this.tabs.hold(call.alias, () => this.handOver());
  }

  /** The call is over here, but perhaps not for good. To be told before it has ended. */
  leave() {
    if (this.timer !== undefined) this.keep();
    this.stop();
  }

  forget() {
    if (this.isWanted) forgetCall();
    this.stop();
  }

  private handOver() {
    const call = this.describe();
    this.onTakenOver();
    return call;
  }

  private stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.tabs.release();
  }
}
