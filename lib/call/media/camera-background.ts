import { cameraPicture } from '../capture';
import type { Background, BackgroundState } from './backgrounds';
import { deviceChoices, rememberChoice } from './device-choices';
import type { ProcessedTrack } from './processed-track';

export type Shown =
  | { status: 'ready'; track: MediaStreamTrack }
  | { status: 'failed' }
  /** Another background was asked for, or the camera was closed, in between. */
  | { status: 'superseded' };

/** What the library's maker advises: every frame is drawn anew, on computers of all kinds. */
const SMALL: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24 } };

/** The full picture again; a camera that cannot stays as it is. */
const restore = (camera: MediaStreamTrack) => void camera.applyConstraints(cameraPicture).catch(() => {});

/** Puts the chosen background behind the camera's picture. Opens no device, and lets no frame through untreated. */
export class CameraBackground {
  private effect: ProcessedTrack | null = null;
  private round = 0;
  private current: Background = 'none'; // what is behind the picture now

  constructor(
    private readonly report: (state: BackgroundState) => void,
    /** No more pictures come. */
    private readonly onBroken: () => void,
  ) {}

  /** The track to send for this camera, with the chosen background. The one before goes on until then. */
  async apply(camera: MediaStreamTrack): Promise<Shown> {
    const mine = ++this.round;
    const { background } = deviceChoices.get();
    const effect = background === 'none' ? null : await this.start(camera, background, mine);
    if (mine !== this.round) {
      if (effect !== 'failed') effect?.stop();
      return { status: 'superseded' };
    }
    this.report({ status: effect === 'failed' ? 'failed' : 'ready' });
    if (effect === 'failed' ? this.current === 'none' : !effect && this.current !== 'none') restore(camera);
    if (effect === 'failed') {
      rememberChoice({ background: this.current });
      return { status: 'failed' };
    }
    this.effect?.stop();
    [this.effect, this.current] = [effect, background];
    return { status: 'ready', track: effect?.track ?? camera };
  }

  close() {
    this.round += 1;
    this.effect?.stop();
    [this.effect, this.current] = [null, 'none'];
    this.report({ status: 'ready' });
  }

  private async start(camera: MediaStreamTrack, background: Exclude<Background, 'none'>, mine: number) {
    const tell = (progress: number) => mine === this.round && this.report({ status: 'loading', progress });
    tell(0);
    try {
      const { startEffect } = await import('./background-effect');
      await camera.applyConstraints(SMALL).catch(() => {}); // a camera that cannot is drawn as it is
      return await startEffect(camera, background, tell, () => mine === this.round && this.onBroken());
    } catch {
      return 'failed'; // too old a browser, no worker, no network: for the visitor it is the same
    }
  }
}
