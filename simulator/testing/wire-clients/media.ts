// Runs in the browser.

/** Slides of a kind: a canvas that changes. */
export function drawnScreen(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 800, height: 600 });
  const context = canvas.getContext('2d');
  setInterval(() => {
    if (!context) return;
    context.fillStyle = `hsl(${(Date.now() / 10) % 360} 80% 50%)`;
    context.fillRect(0, 0, 800, 600);
  }, 100);
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('no track of the canvas');
  return track;
}

/** Plays a stream, since only what is played is decoded and its energy counted. */
export function play(id: 'remote' | 'slides', stream: MediaStream): void {
  const video = document.getElementById(id);
  if (!(video instanceof HTMLVideoElement)) throw new Error(`no video element ${id}`);
  video.srcObject = stream;
  void video.play();
}

export function framesShown(id: 'remote' | 'slides'): number {
  const video = document.getElementById(id);
  return video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0;
}

export async function soundEnergy(connection: RTCPeerConnection | null): Promise<number> {
  let energy = 0;
  (await connection?.getStats())?.forEach((report) => {
    if (report.type === 'inbound-rtp' && report.kind === 'audio') energy += report.totalAudioEnergy ?? 0;
  });
  return energy;
}
