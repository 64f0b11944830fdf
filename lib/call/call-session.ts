import type { MeetingState } from '@/lib/meetings/meeting';
import { askAdmission, type Admission, type MeetingTarget } from './admission';
import type { Call, CallSignal, Dial } from './call';
import { nextCallState, type CallEvent, type CallState } from './call-machine';
import { watchDeadline } from './deadline';
import type { DeviceKind } from './device-problems';
import { createDeviceReport } from './device-report';
import { reasonByClock, reasonFromNode, type EndReason } from './end-reasons';
import { isMeetingGone, type CallFailure } from './failures';
import { wishesAfter, type DeviceWishes } from './device-wishes';
import type { LocalMedia } from './media';
import { readMeeting } from './meeting-api';
import { forgetCall, rememberCall } from './rejoin-memory';
import { createStore } from './store';

export interface CallPlan {
  /** Which meeting to join; null makes one when the visitor joins. */
  meeting: MeetingTarget | null;
  displayName: string;
  /** Which devices to open; both unless the visitor comes back and had turned one off. */
  wanted?: DeviceWishes;
  /** Go straight into the call, without the lobby. */
  joinsAtOnce?: boolean;
  /** Whether a reload may offer to rejoin. */
  isRemembered: boolean;
}

export interface SessionSnapshot {
  call: CallState;
  displayName: string;
  meeting: { alias: string; role: 'host' | 'guest'; validUntilMs: number } | null;
  /** Server's clock minus ours, in ms. */
  skewMs: number;
}

/** How long the end of a call waits for our site to say why, or that the end has moved. */
const EXPLANATION_TIMEOUT_MS = 2_000;

/** After these the call may still be on, so the next page offers to go back in. */
const staysInMemory: ReadonlySet<EndReason> = new Set(['page-left', 'connection-lost']);

/** One visitor's way through one call: runs the effects and tells the pure machine what happened. */
export class CallSession {
  private readonly store;
  private target: MeetingTarget | null;
  private call: Call | null = null;
  private attempt = 0; // answers to an attempt that was given up are dropped
  private wanted: DeviceWishes;
  private areDevicesOpen = false;
  private readonly report = createDeviceReport();
  private stopWatching = () => {};
  private stopFollowing = () => {};

  constructor(
    private readonly plan: CallPlan,
    readonly media: LocalMedia,
    private readonly dial: Dial,
  ) {
    const { displayName } = plan;
    this.store = createStore<SessionSnapshot>({ call: { phase: 'lobby' }, displayName, meeting: null, skewMs: 0 });
    this.target = plan.meeting;
    this.wanted = plan.wanted ?? { microphone: true, camera: true };
  }

  readonly subscribe = (listener: () => void) => this.store.subscribe(listener);
  readonly snapshot = () => this.store.get();

  /** Opens the devices, and for a rejoin the call. `close` undoes it, and `open` may follow again. */
  open() {
    this.media.onReplaced = (previous, next) => this.call?.replaceTrack(previous, next);
    this.stopFollowing = this.media.subscribe(() => this.onDevicesChanged());
    this.openDevices();
    if (this.plan.joinsAtOnce) void this.join(this.plan.displayName);
  }

  close() {
    this.stopFollowing();
    if (this.call) forgetCall();
    this.release();
    this.dispatch({ type: 'closed', reason: 'left' });
    this.dispatch({ type: 'returned-to-lobby' });
  }

  async join(displayName: string) {
    if (this.store.get().call.phase === 'connecting') return;
    this.store.set({ displayName });
    this.dispatch({ type: 'joining' });
    const mine = ++this.attempt;
    const result = await askAdmission(this.target, displayName);
    if (mine !== this.attempt) return;
    if (result.ok) return this.enter(result.admission);
    // A meeting made here that is gone must not be knocked at again: the next try makes a new one.
    this.target = isMeetingGone(result.failure) ? this.plan.meeting : result.target;
    this.fail(result.failure);
  }

  private enter(admission: Admission) {
    const { target, node, role, callTag, pin, validUntilMs, skewMs } = admission;
    this.target = target;
    this.store.set({ meeting: { alias: target.alias, role, validUntilMs }, skewMs });
    this.dispatch({ type: 'dialled' });
    // Closing the tab without this leaves a ghost until its token expires; PexRTC has no handler of its own.
    window.addEventListener('pagehide', this.onPageHide);
    this.stopWatching = watchDeadline(this.timeLeftMs, () => void this.endIf(reasonByClock));
    const { microphone, camera } = this.media.snapshot();
    const muted = { isMicrophoneMuted: microphone.status !== 'on', isCameraMuted: camera.status !== 'on' };
    const who = { node, alias: target.alias, displayName: this.store.get().displayName, callTag, pin };
    this.call = this.dial({ ...who, media: this.media.outgoing(), ...muted }, this.onSignal);
  }

  enterPin(pin: string | null) {
    this.dispatch({ type: 'pin-entered' });
    this.call?.enterPin(pin);
  }

  turn(device: DeviceKind, on: boolean) {
    return this.media.turn(device, on);
  }

  leave() {
    this.finish('left');
  }

  /** Into the same meeting again, with the devices as they were and a fresh ticket. */
  rejoin() {
    this.openDevices();
    void this.join(this.store.get().displayName);
  }

  /** Back to the lobby, for a new meeting where the plan names none. */
  startOver() {
    this.target = this.plan.meeting;
    this.store.set({ meeting: null });
    this.dispatch({ type: 'returned-to-lobby' });
    this.openDevices();
  }

  private readonly onSignal = (signal: CallSignal) => {
    if (signal.type === 'disconnected') return void this.endIf((...known) => reasonFromNode(signal.reason, ...known));
    if (signal.type === 'failed') return this.fail(signal.failure);
    this.dispatch(signal);
    if (signal.type === 'connected') this.onDevicesChanged();
  };

  private readonly onPageHide = () => this.finish('page-left');

  private onDevicesChanged() {
    const { call, displayName } = this.store.get();
    if (call.phase !== 'in-call' || !this.call || !this.target) return;
    const devices = this.media.snapshot();
    this.report.tell(this.call, devices);
    if (!this.plan.isRemembered) return;
    const [isMicrophoneOn, isCameraOn] = [devices.microphone.status === 'on', devices.camera.status === 'on'];
    rememberCall({ ...this.target, displayName, isMicrophoneOn, isCameraOn });
  }

  private readonly timeLeftMs = () => {
    const { meeting, skewMs } = this.store.get();
    return (meeting?.validUntilMs ?? Infinity) - (Date.now() + skewMs);
  };

  /** Learns from our site whether the end has moved or the meeting is no more, and ends the call if there is a reason. */
  private async endIf(reasonFor: (state: MeetingState | null, timeLeftMs: number) => EndReason | null) {
    const { attempt, target } = this;
    const answer = target ? await readMeeting(target.alias, EXPLANATION_TIMEOUT_MS) : null;
    const { meeting } = this.store.get();
    if (attempt !== this.attempt || !meeting) return;
    if (answer?.ok) this.store.set({ meeting: { ...meeting, validUntilMs: Date.parse(answer.value.validUntil) } });
    const reason = reasonFor(answer?.ok ? answer.value.state : null, this.timeLeftMs());
    if (reason) this.finish(reason);
  }

  private finish(reason: EndReason) {
    if (!staysInMemory.has(reason)) forgetCall();
    this.release();
    this.dispatch({ type: 'closed', reason });
  }

  private fail(failure: CallFailure) {
    if (isMeetingGone(failure)) forgetCall();
    this.release();
    this.dispatch({ type: 'failed', failure });
  }

  /** Lets go of everything, the devices first: hanging up may block while a node does not answer. */
  private release() {
    this.attempt += 1;
    this.stopWatching();
    window.removeEventListener('pagehide', this.onPageHide);
    const { call } = this;
    this.call = null;
    this.report.forget();
    if (this.areDevicesOpen) this.wanted = wishesAfter(this.media.snapshot(), this.wanted);
    this.areDevicesOpen = false;
    this.media.close();
    call?.hangUp();
  }

  private openDevices() {
    this.areDevicesOpen = true;
    void this.media.open(this.wanted);
  }

  private dispatch(event: CallEvent) {
    this.store.set({ call: nextCallState(this.store.get().call, event) });
  }
}
