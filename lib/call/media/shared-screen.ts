import { captureScreen, stopTracks } from '../capture-screen';

/** The screen or window that is shown, one at a time. */
export class SharedScreen {
  private screen: MediaStream | null = null;
  private asked = 0; // what was picked for an earlier question belongs to nobody

  /** `onEnded`: the visitor ended it by the browser's own button. */
  async open(onEnded: () => void): Promise<MediaStream | null> {
    const mine = this.asked;
    const screen = await captureScreen();
    if (mine !== this.asked) stopTracks(screen);
    if (!screen || mine !== this.asked) return null;
    this.close();
    this.screen = screen;
    // Fires at the browser's own "stop sharing", not at our stop().
    screen.getVideoTracks()[0]?.addEventListener('ended', () => this.screen === screen && onEnded());
    return screen;
  }

  close() {
    this.asked += 1;
    stopTracks(this.screen);
    this.screen = null;
  }
}
