import type { Call } from './call';
import type { CallEvent } from './call-machine';
import type { DialProtocol, HostControls } from './host-controls';
import type { LocalMedia } from './media';

/** What the visitor does in a call, told to whichever connection there is just now; without one, nothing happens. */
export class CallActions implements HostControls {
  private isPicking = false;

  constructor(
    private readonly call: () => Call | null,
    private readonly media: LocalMedia,
    private readonly dispatch: (event: CallEvent) => void,
  ) {}

  sendMessage(text: string) {
    const call = this.call();
    if (!call) return;
    call.sendMessage(text);
    this.dispatch({ type: 'message', message: { sender: null, text, isPrivate: false, atMs: Date.now() } });
  }

  /** Resolves when the visitor has picked a screen, or none; the state says what becomes of it. Asks one question at a time. */
  async startSharing() {
    if (!this.call() || this.isPicking) return;
    this.isPicking = true;
    const screen = await this.media.openScreen();
    this.isPicking = false;
    if (!screen) return; // one that is shown already is shown on
    const call = this.call();
    if (!call) return this.media.closeScreen();
    this.media.onScreenEnded = () => this.stopSharing();
    call.startSharing(screen);
  }

  stopSharing() {
    this.call()?.stopSharing();
    this.media.closeScreen();
  }

  setHandRaised = (isRaised: boolean) => this.call()?.setHandRaised(isRaised);
  sendKeys = (keys: string) => this.call()?.sendKeys(keys);
  setCaptionsShown = (areShown: boolean) => this.call()?.setCaptionsShown(areShown);
  statistics = async () => (await this.call()?.statistics()) ?? null;

  admit = (id: string) => this.call()?.admit(id);
  remove = (id: string) => this.call()?.remove(id);
  setMutedFor = (id: string, isMuted: boolean) => this.call()?.setMutedFor(id, isMuted);
  setGuestsMuted = (areMuted: boolean) => this.call()?.setGuestsMuted(areMuted);
  setLocked = (isLocked: boolean) => this.call()?.setLocked(isLocked);
  setHostRole = (id: string, isHost: boolean) => this.call()?.setHostRole(id, isHost);
  lowerHand = (id: string) => this.call()?.lowerHand(id);
  dialOut = async (to: string, protocol: DialProtocol) => (await this.call()?.dialOut(to, protocol)) ?? false;
  endForAll = () => this.call()?.endForAll();
}
