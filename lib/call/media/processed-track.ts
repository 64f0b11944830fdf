/** Draws one frame anew. */
export interface FrameProcessor {
  processFrame(input: HTMLVideoElement | VideoFrame, output: HTMLCanvasElement): Promise<void>;
}

export interface ProcessedTrack {
  track: MediaStreamTrack;
  stop(): void;
}

// Chromium alone has these on the page itself, and TypeScript's library does not.
interface TrackStreams {
  MediaStreamTrackProcessor?: new (init: { track: MediaStreamTrack }) => { readable: ReadableStream<VideoFrame> };
  MediaStreamTrackGenerator?: new (init: { kind: 'video' }) => MediaStreamTrack & {
    writable: WritableStream<VideoFrame>;
  };
}

const FIRST_FRAME_MS = 30_000;
/** A worker that has died answers nothing at all. The wait for the camera does not count: that may be covered for an hour. */
const FRAME_MS = 20_000;
const FRAME_EVERY_MS = 1000 / 24;

function within<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No frame in time')), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * The camera's picture with every frame drawn anew; resolves once there is a first one. `onBroken`: no more frames come, and
 * not because the camera or we have stopped.
 */
export async function processTrack(
  camera: MediaStreamTrack,
  processor: FrameProcessor,
  onBroken: () => void,
): Promise<ProcessedTrack> {
  const { MediaStreamTrackProcessor: Reader, MediaStreamTrackGenerator: Writer } = globalThis as TrackStreams;
  const frames =
    Reader && Writer
      ? frameByFrame(camera, new Reader({ track: camera }), new Writer({ kind: 'video' }))
      : await drawn(camera);
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    frames.stop();
  };
  const isOver = () => isStopped || camera.readyState === 'ended';

  async function run() {
    while (!isOver()) await frames.next(processor);
  }
  try {
    await within(frames.next(processor), FIRST_FRAME_MS);
  } catch (error) {
    stop();
    throw error;
  }
  run()
    .catch(() => isOver() || onBroken())
    .finally(stop);
  return { track: frames.track, stop };
}

interface Frames extends ProcessedTrack {
  /** Takes the next frame of the camera and sends it on, drawn anew. */
  next(processor: FrameProcessor): Promise<void>;
}

/** The camera's own frames, one by one: goes on at full speed in a tab that nobody looks at. */
function frameByFrame(
  camera: MediaStreamTrack,
  { readable }: { readable: ReadableStream<VideoFrame> },
  track: MediaStreamTrack & { writable: WritableStream<VideoFrame> },
): Frames {
  const canvas = document.createElement('canvas');
  // Made first, or the processor would ask for a context that copies each picture once more.
  canvas.getContext('bitmaprenderer');
  const reader = readable.getReader();
  const writer = track.writable.getWriter();
  return {
    track,
    async next(processor) {
      const { value: frame, done } = await reader.read();
      if (done || !frame) throw new Error('The camera has ended');
      const { timestamp, displayWidth, displayHeight } = frame;
      try {
        [canvas.width, canvas.height] = [displayWidth, displayHeight];
        await within(processor.processFrame(frame, canvas), FRAME_MS); // takes the frame with it
      } finally {
        frame.close();
      }
      await writer.write(new VideoFrame(canvas, { timestamp }));
    },
    stop() {
      track.stop();
      void reader.cancel().catch(() => {});
      void writer.abort().catch(() => {});
    },
  };
}

/** For the other browsers: the picture is played unseen, and drawn at the pace of a clock. */
async function drawn(camera: MediaStreamTrack): Promise<Frames> {
  const video = document.createElement('video');
  [video.muted, video.playsInline, video.srcObject] = [true, true, new MediaStream([camera])];
  await within(video.play(), FIRST_FRAME_MS);
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const [track] = canvas.captureStream().getVideoTracks();
  if (!track) throw new Error('The canvas gives no picture');
  return {
    track,
    async next(processor) {
      const { videoWidth, videoHeight } = video;
      if (canvas.width !== videoWidth) canvas.width = videoWidth;
      if (canvas.height !== videoHeight) canvas.height = videoHeight;
      await within(processor.processFrame(video, canvas), FRAME_MS);
      await new Promise((resolve) => setTimeout(resolve, FRAME_EVERY_MS));
    },
    stop() {
      track.stop();
      video.srcObject = null;
    },
  };
}
