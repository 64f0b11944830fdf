import type { Call } from './call';
import type { DeviceKind } from './device-problems';
import { createDeviceReport } from './device-report';
import { wishesAfter, type DeviceWishes } from './device-wishes';
import type { LocalMedia } from './media';

/** How long a press to be heard waits for the node to lift its mute: what is lifted later is somebody else's doing. */
const PRESS_HOLDS_MS = 5_000;

/** The devices as one call uses them: opened and closed with it, and the next time as they were left. */
export class CallDevices {
  private isOpen = false;
  private isAside = false;
  private readonly turnedOff: Record<DeviceKind, boolean>;
  private speaksUntilMs = 0;
  private readonly report = createDeviceReport();

  constructor(
    private readonly media: LocalMedia,
    private wanted: DeviceWishes = { microphone: true, camera: true },
  ) {
    this.turnedOff = { microphone: !wanted.microphone, camera: !wanted.camera };
  }

  open() {
    this.isOpen = true;
    void this.media.open(this.wanted);
  }

  close() {
    this.wanted = this.wishes();
    [this.isOpen, this.isAside] = [false, false];
    this.report.forget();
    this.media.close();
  }

  /** Closes them while the visitor is asked something else; returns what opens them again, unless they were closed for good. */
  setAside(): () => void {
    const wereThere = this.isOpen || this.isAside;
    this.close();
    this.isAside = wereThere;
    return () => {
      if (this.isAside) this.open();
      this.isAside = false;
    };
  }

  /** Which are to be open, also while none is: never one that the visitor has turned off, whatever became of it since. */
  wishes(): DeviceWishes {
    const { microphone, camera } = this.isOpen ? wishesAfter(this.media.snapshot(), this.wanted) : this.wanted;
    return { microphone: microphone && !this.turnedOff.microphone, camera: camera && !this.turnedOff.camera };
  }

  /** The visitor turns one on or off. */
  turn(device: DeviceKind, on: boolean): Promise<void> {
    this.turnedOff[device] = !on;
    return this.media.turn(device, on);
  }

  /**
   * Whom the node holds muted is off by themself as well. So nobody is live because a host lifts that, or because the next
   * connection does not hold them: one comes on by one's own press.
   */
  hold(isHeld: boolean) {
    const isOff = this.turnedOff.microphone && this.media.snapshot().microphone.status === 'off';
    const isToSpeak = Date.now() < this.speaksUntilMs;
    if (isHeld ? isOff : !isToSpeak) return;
    if (!isHeld) this.speaksUntilMs = 0;
    void this.turn('microphone', !isHeld);
  }

  /** The microphone comes on with the node's answer, which is asked not to hold us any more. */
  speakOnceFree() {
    this.speaksUntilMs = Date.now() + PRESS_HOLDS_MS;
  }

  /** Nobody may be there to know that they are on. */
  turnOff() {
    void this.turn('microphone', false);
    void this.turn('camera', false);
  }

  /** The visitor turns both on, by one press: the browser asks once for both. */
  turnOnBoth(): Promise<void> {
    this.wanted = { microphone: true, camera: true };
    [this.turnedOff.microphone, this.turnedOff.camera] = [false, false];
    return this.media.open(this.wanted);
  }

  /** Another one: the choice does not turn on what the visitor has turned off and has failed since. */
  async choose(...[device, choice]: Parameters<LocalMedia['choose']>): Promise<void> {
    if (this.turnedOff[device]) await this.media.turn(device, false);
    await this.media.choose(device, choice);
  }

  /** Push-to-talk: who speaks by it is muted, and is so again wherever the call goes on. */
  talk(on: boolean): Promise<void> {
    this.turnedOff.microphone = true;
    return this.media.turn('microphone', on);
  }

  /** No camera, and the microphone where the visitor has not turned it off: who muted stays muted. False where it does not open. */
  async withSoundOnly(): Promise<boolean> {
    await this.turn('camera', false);
    if (!this.turnedOff.microphone) await this.media.turn('microphone', true);
    return this.media.snapshot().microphone.status !== 'failed';
  }

  private areOn() {
    const { microphone, camera } = this.media.snapshot();
    return { isMicrophoneOn: microphone.status === 'on', isCameraOn: camera.status === 'on' };
  }

  /** Which are on, as a reload or another tab is to find them: not one that is on only while a key is held. */
  areLeftOn() {
    const { isMicrophoneOn, isCameraOn } = this.areOn();
    return { isMicrophoneOn: isMicrophoneOn && !this.turnedOff.microphone, isCameraOn };
  }

  /** What to send, or null where the browser cannot make what stands in for a device that is off. */
  outgoing() {
    const { isMicrophoneOn, isCameraOn } = this.areOn();
    const media = this.media.outgoing();
    return media && { media, isMicrophoneMuted: !isMicrophoneOn, isCameraMuted: !isCameraOn };
  }

  /** To a conference that has heard nothing yet. */
  tellAnew() {
    this.report.forget();
  }

  tell(call: Call) {
    this.report.tell(call, this.media.snapshot());
  }
}
