import { askAdmission, type Admission } from './admission';
import type { CallSignal, Dial } from './call';
import { CallActions } from './call-actions';
import { CallDevices } from './call-devices';
import { endsForEveryone, nextCallState, type CallEvent } from './call-machine';
import type { CallPlan, SessionSnapshot } from './call-plan';
import { connect, type Connection } from './connection';
import type { DeviceKind } from './device-problems';
import type { EndReason } from './end-reasons';
import { isMeetingGone, type CallFailure } from './failures';
import type { LocalMedia } from './media';
import { createMeetingSource, type MeetingSource } from './meeting-source';
import type { MeetingEnd } from './meeting-watch';
import { forgetCall, rememberCall } from './rejoin-memory';
import { createStore } from './store';

/** After these the call may still be on, so the next page offers to go back in. */
const staysInMemory: ReadonlySet<EndReason> = new Set(['page-left', 'connection-lost']);

/** One visitor's way through one call: runs the effects and tells the pure machine what happened. */
export class CallSession {
  private readonly store;
  private readonly source: MeetingSource;
  private readonly devices: CallDevices;
  /** What one can do once the call is up. */
  readonly actions: CallActions;
  private connection: Connection | null = null;
  private leaving: Connection | null = null; // closed, and perhaps not hung up yet
  private attempt = 0; // answers to an attempt that was given up are dropped
  private stopFollowing = () => {};

  constructor(
    private readonly plan: CallPlan,
    readonly media: LocalMedia,
    private readonly dial: Dial,
  ) {
    const { displayName } = plan;
    this.store = createStore<SessionSnapshot>({ call: { phase: 'lobby' }, displayName, meeting: null, skewMs: 0 });
    this.source = createMeetingSource(plan.meeting);
    this.devices = new CallDevices(media, plan.wanted);
    this.actions = new CallActions(
      () => this.connection?.call ?? null,
      media,
      (event) => this.dispatch(event),
    );
  }

  readonly subscribe = (listener: () => void) => this.store.subscribe(listener);
  readonly snapshot = () => this.store.get();

  /** Opens the devices, and for a rejoin the call. `close` undoes it, and `open` may follow again. */
  open() {
    this.media.onReplaced = (previous, next) => this.connection?.call.replaceTrack(previous, next);
    this.stopFollowing = this.media.subscribe(() => this.onDevicesChanged());
    this.devices.open();
    if (this.plan.joinsAtOnce) void this.join(this.plan.displayName);
  }

  close() {
    this.stopFollowing();
    if (this.connection) forgetCall();
    this.release();
    this.leaving?.hangUp();
    this.source.abandon();
    this.dispatch({ type: 'closed', reason: 'left' });
    this.dispatch({ type: 'returned-to-lobby' });
  }

  async join(displayName: string) {
    if (this.store.get().call.phase === 'connecting') return;
    this.store.set({ displayName });
    this.dispatch({ type: 'joining' });
    const mine = ++this.attempt;
    const result = await askAdmission(this.source, displayName);
    if (mine !== this.attempt) return;
    if (result.ok) this.enter(result.admission);
    else this.fail(result.failure);
  }

  private enter(admission: Admission) {
    const outgoing = this.devices.outgoing();
    if (!outgoing) return this.fail('other');
    const { target, role, validUntilMs, skewMs } = admission;
    this.source.markUsed();
    this.store.set({ meeting: { alias: target.alias, role, validUntilMs }, skewMs });
    this.dispatch({ type: 'dialled' });
    this.leaving?.hangUp(); // or the same person would be in twice for a moment
    this.connection = connect(admission, this.store.get().displayName, outgoing, this.dial, {
      onSignal: (signal) => this.onSignal(signal),
      onEndKnown: (end) => this.learnEnd(end),
      onOver: (reason) => this.finish(reason),
    });
  }

  enterPin(pin: string | null) {
    this.dispatch({ type: 'pin-entered' });
    this.connection?.call.enterPin(pin);
  }

  turn(device: DeviceKind, on: boolean) {
    return this.media.turn(device, on);
  }

  leave() {
    this.finish('left');
  }

  /** Into the same meeting again, with the devices as they were and a fresh ticket. */
  rejoin() {
    this.devices.open();
    void this.join(this.store.get().displayName);
  }

  /** Back to the lobby, for a new meeting where the plan names none and the last one was used. */
  startOver() {
    if (this.store.get().meeting) this.source.forget();
    this.store.set({ meeting: null });
    this.dispatch({ type: 'returned-to-lobby' });
    this.devices.open();
  }

  private onSignal(signal: Exclude<CallSignal, { type: 'disconnected' }>) {
    if (signal.type === 'failed') return this.fail(signal.failure);
    // However sharing ended, the browser must not go on showing that the screen is watched.
    if (signal.type === 'sharing-changed' && signal.sharing !== 'on') this.media.closeScreen();
    this.dispatch(signal);
    if (signal.type === 'connected') this.onDevicesChanged();
  }

  private onDevicesChanged() {
    const { call, displayName } = this.store.get();
    if (call.phase !== 'in-call' || !this.connection) return;
    this.devices.tell(this.connection.call);
    if (this.plan.isRemembered) rememberCall({ ...this.connection.target, displayName, ...this.devices.areOn() });
  }

  private learnEnd({ validUntilMs, skewMs }: MeetingEnd) {
    const { meeting } = this.store.get();
    if (meeting) this.store.set({ meeting: { ...meeting, validUntilMs }, skewMs });
  }

  private finish(reason: EndReason) {
    if (!staysInMemory.has(reason)) forgetCall();
    this.release(endsForEveryone(this.store.get().call, reason));
    this.dispatch({ type: 'closed', reason });
  }

  private fail(failure: CallFailure) {
    if (isMeetingGone(failure)) {
      forgetCall();
      this.source.forget(); // it must not be knocked at again: the next try makes a new one
    }
    this.release();
    this.dispatch({ type: 'failed', failure });
  }

  /** Lets go of everything, the devices first: hanging up may block while a node does not answer. */
  private release(isForAll = false) {
    this.attempt += 1;
    const { connection } = this;
    this.connection = null; // before the devices, which would tell it that they are off
    this.devices.close();
    connection?.close(isForAll);
    this.leaving = connection ?? this.leaving;
  }

  private dispatch(event: CallEvent) {
    this.store.set({ call: nextCallState(this.store.get().call, event) });
  }
}
