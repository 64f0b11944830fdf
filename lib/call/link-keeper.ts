import type { CallSignal } from './call';
import { isOnline } from './network';
import { nextStep, type LinkTrouble } from './redial';
import { TOKEN_LIFE_MS } from './token-life';
import { watchWaking } from './wake-watch';

export interface LinkEffects {
  /** The meeting's end by this browser's clock, in ms since the epoch. */
  endsAtMs(): number;
  /** Calls anew, and says by `steady` or `failed` what came of it. */
  redial(): void;
  giveUp(reason: 'time-up' | 'connection-lost'): void;
  /** The machine slept for so long that nobody may be sitting there any more. */
  slept(): void;
}

const LONGEST_WAIT_MS = 5_000;

/** A call that was up for so long is well. */
const HELD_MS = 60_000;

/** Follows a link in trouble: keeps the time for `nextStep`, and has done what it says. */
export class LinkKeeper {
  private trouble: LinkTrouble | null = null;
  private before: { trouble: LinkTrouble; endedAtMs: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopWaking = () => {};

  constructor(private readonly effects: LinkEffects) {}

  get isInTrouble(): boolean {
    return this.trouble !== null;
  }

  /** Whether a new call is wanted instead of the one that was lost. */
  get isLost(): boolean {
    return this.trouble?.isLost === true;
  }

  /** New calls have come to nothing, or held for a moment only. */
  get hasTried(): boolean {
    return this.trouble !== null && this.trouble.tries > 0;
  }

  /** How long the link has been in trouble; 0 while it is not. */
  get lostForMs(): number {
    return this.trouble ? Date.now() - this.trouble.sinceMs : 0;
  }

  /** A call is up; or sound and picture stand still, or the client got them back by itself. */
  heard(signal: CallSignal['type']) {
    if (signal === 'connected') this.up();
    if (signal === 'media-interrupted' && !this.trouble) this.begin(false);
    if (signal === 'media-restored' && !this.isLost) this.steady();
  }

  lost() {
    if (!this.trouble) this.begin(true);
    else if (!this.isLost) this.change(this.triesBefore(this.trouble));
  }

  /** The new call came to nothing. */
  failed() {
    const tries = (this.trouble?.tries ?? 0) + 1;
    this.change({ tries, lastTryMs: Date.now(), tryingSinceMs: null });
  }

  /** PexRTC refreshes no token while the machine sleeps, so after a long sleep the call is lost. */
  private up() {
    this.steady();
    this.stopWaking();
    this.stopWaking = watchWaking((sleptMs) => {
      if (sleptMs < TOKEN_LIFE_MS) return;
      this.effects.slept();
      this.lost();
    });
  }

  close() {
    this.stopWaking();
    this.steady();
  }

  /** Nothing to do any more. */
  private steady() {
    clearTimeout(this.timer);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    // What the client mends by itself does not count, and takes back nothing that does.
    if (this.trouble?.isLost) this.before = { trouble: this.trouble, endedAtMs: Date.now() };
    this.trouble = null;
  }

  /** For another call: what happened to the last one is no measure for it. */
  reset() {
    this.steady();
    this.before = null;
  }

  private begin(isLost: boolean) {
    const sinceMs = Date.now();
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    const onlineSinceMs = isOnline() ? sinceMs : null;
    this.trouble = { sinceMs, isLost: false, onlineSinceMs, tries: 0, lastTryMs: null, tryingSinceMs: null };
    if (isLost) this.lost();
    else this.look();
  }

  /** A new call that holds for a moment only was one more in vain, or it would be dialled again and again without a pause. */
  private triesBefore({ sinceMs, onlineSinceMs }: LinkTrouble): Partial<LinkTrouble> {
    const { before } = this;
    // A network that was away, or has come back since, is reason enough.
    if (!before || sinceMs - before.endedAtMs > HELD_MS || onlineSinceMs !== sinceMs) return { isLost: true };
    const { onlineSinceMs: wasOnlineSinceMs, tries } = before.trouble;
    return { isLost: true, onlineSinceMs: wasOnlineSinceMs ?? sinceMs, tries: tries + 1, lastTryMs: sinceMs };
  }

  /** What was tried before hangs on a network that went: nothing comes of it for a long time. */
  private readonly onOnline = () =>
    this.change({ onlineSinceMs: Date.now(), tries: 0, lastTryMs: null, tryingSinceMs: null });
  private readonly onOffline = () => this.change({ onlineSinceMs: null });

  private change(change: Partial<LinkTrouble>) {
    if (!this.trouble) return;
    this.trouble = { ...this.trouble, ...change };
    this.look();
  }

  private look() {
    clearTimeout(this.timer);
    if (!this.trouble) return;
    const step = nextStep(this.trouble, this.effects.endsAtMs(), Date.now());
    if (step.do === 'wait') {
      // Again after a while, though there is nothing to wait for: the end may be moved meanwhile.
      this.timer = setTimeout(() => this.look(), Math.min(step.forMs, LONGEST_WAIT_MS));
    } else if (step.do === 'redial') {
      if (!this.isLost) return this.lost();
      const { tries, tryingSinceMs } = this.trouble;
      const hasHung = tryingSinceMs !== null;
      this.trouble = { ...this.trouble, tries: hasHung ? tries + 1 : tries, tryingSinceMs: Date.now() };
      this.timer = setTimeout(() => this.look(), LONGEST_WAIT_MS);
      this.effects.redial();
    } else {
      // Still in trouble, by which whoever closes it knows that hanging up now would block the page.
      this.effects.giveUp(step.reason);
    }
  }
}
