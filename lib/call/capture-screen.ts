declare global {
  // Chromium has these, and TypeScript's library does not; other browsers pass over them.
  interface DisplayMediaStreamOptions {
    selfBrowserSurface?: 'include' | 'exclude';
  }
  interface MediaTrackConstraintSet {
    restrictOwnAudio?: boolean;
  }
  interface MediaDevices {
    setCaptureHandleConfig?: (config: { handle: string; permittedOrigins: string[] }) => void;
  }
  interface MediaStreamTrack {
    getCaptureHandle?: () => { handle: string } | null;
  }
}

/** What the visitor picks to show, with its sound where browser and system give it; null when there is nothing. */
export async function captureScreen(): Promise<MediaStream | null> {
  const { mediaDevices } = navigator;
  // A page in a frame cannot name its tab, and is not to capture it unknowingly.
  const isOnTop = window === top;
  try {
    const handle = crypto.randomUUID();
    if (isOnTop) mediaDevices.setCaptureHandleConfig?.({ handle, permittedOrigins: [origin] });
    const screen = await mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15 } },
      // The others would hear themselves: what we play is part of the system's sound, and of our own tab's.
      audio: { restrictOwnAudio: true },
      selfBrowserSurface: isOnTop ? 'include' : 'exclude',
    });
    if (screen.getVideoTracks()[0]?.getCaptureHandle?.()?.handle === handle) {
      for (const sound of screen.getAudioTracks()) {
        sound.stop();
        screen.removeTrack(sound);
      }
    }
    return screen;
  } catch {
    // The picker was closed, or the system forbids it, and the visitor knows; or the browser has none: phones, plain http.
    return null;
  }
}

export function canCaptureScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

export function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
