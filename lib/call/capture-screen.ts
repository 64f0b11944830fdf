/** What the visitor picks to show, with its sound where browser and system give it; null when there is nothing. */
export async function captureScreen(): Promise<MediaStream | null> {
  try {
    // Absent on phones and in pages that are not served securely, whatever TypeScript's library says.
    return (
      (await navigator.mediaDevices?.getDisplayMedia?.({ video: { frameRate: { ideal: 15 } }, audio: true })) ?? null
    );
  } catch {
    return null; // the picker was closed, or the system forbids it: the visitor knows
  }
}

export function canCaptureScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

export function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
