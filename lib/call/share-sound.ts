interface SoundMix {
  track: MediaStreamTrack;
  close(): void;
}

/**
 * What goes over a connection's one sound line. While a screen is shown with its sound, PexRTC sends a mix of that and the
 * microphone of that moment, and puts that microphone back at the end, though it may have been closed since (pexrtc.md §6).
 */
export class ShareSound {
  private ofScreen: MediaStreamTrack | null = null;
  private microphone: MediaStreamTrack | null = null; // the newest, where it was exchanged
  private mix: SoundMix | null = null;

  begin(screen: MediaStream) {
    this.ofScreen = screen.getAudioTracks()[0] ?? null;
  }

  /** What to send for this microphone from now on; null where what is sent has to go on, or the screen would fall silent. */
  trackFor(microphone: MediaStreamTrack): MediaStreamTrack | null {
    this.microphone = microphone;
    if (!this.ofScreen) return microphone;
    const before = this.mix;
    this.mix = mixed([this.ofScreen, microphone]) ?? before;
    if (this.mix === before) return null;
    before?.close();
    return this.mix?.track ?? null;
  }

  /** The microphone to send now that the screen is no longer shown; null where PexRTC knows the right one. */
  end(): MediaStreamTrack | null {
    this.mix?.close();
    [this.ofScreen, this.mix] = [null, null];
    return this.microphone;
  }
}

/** Null where the browser refuses: some limit how many audio contexts a page may have. */
function mixed(tracks: readonly MediaStreamTrack[]): SoundMix | null {
  try {
    const context = new AudioContext();
    const output = context.createMediaStreamDestination();
    for (const track of tracks) context.createMediaStreamSource(new MediaStream([track])).connect(output);
    const [track] = output.stream.getAudioTracks();
    const close = () => void context.close();
    if (track) return { track, close };
    close();
  } catch {
    // Nothing to send in place of what is sent.
  }
  return null;
}
