import type { DeviceKind } from '../device-problems';
import { allOff, type LocalMedia } from '../media';
import { OutgoingStream } from '../outgoing-stream';
import type { Background } from './backgrounds';
import { CameraBackground } from './camera-background';
import { rememberChoice, type DeviceChoice } from './device-choices';
import { createMediaState } from './media-state';
import { MicrophoneEar } from './microphone-ear';
import { followTrack, openChosen, openIfAllowed, replacedBy, whyEnded, type OpenDevices } from './open-devices';
import { SharedScreen } from './shared-screen';

/** The devices of this browser. */
export class BrowserMedia implements LocalMedia {
  private readonly state = createMediaState();
  private readonly stream = new OutgoingStream((previous, next) => this.onReplaced(previous, next));
  private readonly screen = new SharedScreen();
  private readonly ear = new MicrophoneEar();
  private readonly background = new CameraBackground(
    (background) => this.state.set({ background }),
    () => this.onBackgroundBroken(),
  );
  private devices: Partial<Record<DeviceKind, MediaStreamTrack>> = {}; // as they were opened
  private asked = { microphone: 0, camera: 0 }; // what opens for an earlier wish belongs to nobody

  readonly snapshot = this.state.get;
  readonly subscribe = this.state.subscribe;
  onReplaced: LocalMedia['onReplaced'] = () => {};
  onScreenEnded: LocalMedia['onScreenEnded'] = () => {};

  open(wanted: Record<DeviceKind, boolean>) {
    const devices = (['microphone', 'camera'] as const).filter((device) => wanted[device]);
    return this.settle(devices, openIfAllowed);
  }

  async turn(device: DeviceKind, on: boolean) {
    const { status } = this.snapshot()[device];
    const track = this.devices[device];
    if (status !== 'starting' && device === 'microphone' && track?.readyState === 'live') {
      track.enabled = on;
      return this.state.setStatus(device, { status: on ? 'on' : 'off' });
    }
    if (on) return status === 'starting' ? undefined : this.settle([device], openChosen);
    this.release(device); // also what is still starting: it must not come on later
    this.state.setStatus(device, { status: 'off' });
  }

  async choose(device: DeviceKind, choice: DeviceChoice | null) {
    rememberChoice({ [device]: choice });
    const { status } = this.snapshot()[device];
    // The old one first: phones cannot have two cameras open.
    this.release(device);
    if (status !== 'off') await this.settle([device], openChosen);
  }

  async chooseBackground(background: Background) {
    rememberChoice({ background });
    if (this.devices.camera) await this.showCamera(this.devices.camera);
  }

  readonly listen: LocalMedia['listen'] = (listener) => this.ear.listen(listener);
  readonly openScreen = () => this.screen.open(() => this.onScreenEnded());
  readonly closeScreen = () => this.screen.close();

  outgoing() {
    return this.stream.open();
  }

  close() {
    this.screen.close();
    this.release('microphone');
    this.release('camera');
    this.stream.close();
    this.state.set(allOff);
  }

  /** Opens devices, and drops those that were turned off or closed in between. */
  private async settle(devices: readonly DeviceKind[], run: OpenDevices) {
    const wishes = devices.map((device) => ({ device, mine: ++this.asked[device] }));
    for (const device of devices) this.state.setStatus(device, { status: 'starting' });
    const captured = await run(devices);
    const install = async ({ device, mine }: (typeof wishes)[number]) => {
      const result = captured[device];
      if (mine !== this.asked[device]) return result?.ok ? result.track.stop() : undefined;
      if (!result) return this.state.setStatus(device, { status: 'off' });
      if (!result.ok) return this.state.setStatus(device, { status: 'failed', problem: result.problem });
      await this.install(device, result.track);
    };
    await Promise.all(wishes.map(install));
  }

  private async install(device: DeviceKind, track: MediaStreamTrack) {
    this.devices[device]?.stop(); // one that is only silenced would stay open behind the new one
    this.devices[device] = track;
    this.state.setReplaced(device, replacedBy(device, track));
    followTrack(track, {
      onHeldBack: (isHeldBack) => this.devices[device] === track && this.state.setHeldBack(device, isHeldBack),
      onEnded: () => void this.onEnded(device, track),
    });
    if (device === 'camera') return this.showCamera(track);
    this.ear.attach(track);
    this.stream.send(device, track);
    this.state.setStatus(device, { status: 'on' });
  }

  /** Sends the camera's picture with the chosen background, and never without it. */
  private async showCamera(camera: MediaStreamTrack) {
    const shown = await this.background.apply(camera);
    if (shown.status === 'superseded') return;
    if (shown.status === 'ready') {
      this.stream.send('camera', shown.track);
      return this.state.set({ camera: { status: 'on' }, preview: new MediaStream([shown.track]) });
    }
    if (!this.stream.isSent('camera')) this.onBackgroundBroken(); // else the picture of before goes on
  }

  /** Off rather than bare: turning it on again is the visitor's to decide. */
  private onBackgroundBroken() {
    rememberChoice({ background: 'none' });
    void this.turn('camera', false);
    this.state.set({ background: { status: 'failed' } });
  }

  private async onEnded(device: DeviceKind, track: MediaStreamTrack) {
    if (this.devices[device] !== track) return;
    const wasOn = this.snapshot()[device].status === 'on';
    this.release(device);
    const mine = this.asked[device];
    this.state.setStatus(device, { status: 'failed', problem: 'missing' });
    const end = await whyEnded(device, track);
    if (mine !== this.asked[device]) return;
    if (end === 'denied') return this.state.setStatus(device, { status: 'failed', problem: 'denied' });
    // Who speaks goes on speaking. Another camera may look elsewhere, so that one waits for a press.
    if (device === 'microphone' && wasOn) await this.settle([device], openChosen);
    if (this.devices[device]) this.state.setReplaced(device, track.label);
  }

  private release(device: DeviceKind) {
    this.asked[device] += 1;
    this.devices[device]?.stop();
    delete this.devices[device];
    this.stream.drop(device);
    if (device === 'microphone') this.ear.attach(null);
    else {
      this.background.close();
      this.state.set({ preview: null });
    }
    this.state.setHeldBack(device, false);
  }
}
