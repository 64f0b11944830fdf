import type { Admission } from './admission';
import type { CallSignal, Dial } from './call';
import { CallDevices } from './call-devices';
import { CallLine } from './call-line';
import { endsForEveryone, nextCallState, type CallEvent } from './call-machine';
import { CallMemory } from './call-memory';
import { isScreenThere, withoutTicket, type CallPlan, type SessionSnapshot } from './call-plan';
import { selfIn } from './conference';
import { mayStillBeOn, type EndReason } from './end-reasons';
import { isMeetingGone, type CallFailure } from './failures';
import type { LocalMedia } from './media';
import { createMeetingSource, type MeetingSource } from './meeting-source';
import type { MeetingEnd } from './meeting-watch';
import type { OneTab } from './one-tab';
import type { CallToGoOn } from './rejoin-memory';
import { createStore, type Store } from './store';

/** What happens to a call between its beginning and its end, whoever or whatever makes it happen. */
export class CallCourse {
  readonly store: Store<SessionSnapshot>;
  readonly line: CallLine;
  readonly source: MeetingSource;
  devices: CallDevices;
  private readonly memory: CallMemory;

  constructor(
    private readonly plan: CallPlan,
    private readonly media: LocalMedia,
    dial: Dial,
    tabs: OneTab,
  ) {
    const { displayName } = plan;
    this.store = createStore<SessionSnapshot>({ call: { phase: 'lobby' }, displayName, meeting: null, skewMs: 0 });
    this.source = createMeetingSource(plan.meeting);
    this.devices = new CallDevices(media, plan.wanted);
    this.memory = new CallMemory(
      plan.isRemembered,
      tabs,
      () => this.describe(),
      () => this.handOver(),
    );
    this.line = this.createLine(dial);
  }

  readonly dispatch = (event: CallEvent) => {
    this.store.set({ call: nextCallState(this.store.get().call, event) });
    this.followMute();
  };

  private followMute() {
    const { call } = this.store.get();
    if (call.phase === 'in-call') this.devices.hold(selfIn(call.conference)?.isMutedByHost ?? false);
  }

  /** Only what our site has said ends the call for others: by the clock alone one leaves alone, for the end may have been moved. */
  finish(reason: EndReason, isSure = false) {
    if (mayStillBeOn(reason)) this.memory.leave();
    else this.memory.forget();
    this.end({ type: 'closed', reason }, isSure && endsForEveryone(this.store.get().call, reason));
  }

  devicesChanged() {
    if (this.store.get().call.phase !== 'in-call') return;
    this.followMute(); // first: nobody must hear of a microphone that is held
    if (this.line.call) this.devices.tell(this.line.call);
    this.memory.keep();
  }

  private createLine(dial: Dial) {
    const needs = {
      source: () => this.source,
      displayName: () => this.store.get().displayName,
      isScreenThere: () => isScreenThere(this.plan),
      outgoing: () => this.devices.outgoing(),
      endsAtMs: () => (this.store.get().meeting?.validUntilMs ?? Infinity) - this.store.get().skewMs,
    };
    return new CallLine(dial, needs, {
      onAdmitted: (admission) => this.admitted(admission),
      onSignal: (signal) => this.heard(signal),
      onEndKnown: (end) => this.endKnown(end),
      onRedialling: () => (this.media.closeScreen(), this.dispatch({ type: 'redialling' })),
      onSlept: () => this.devices.turnOff(),
      onOver: (reason, isSure) => this.finish(reason, isSure),
      onFailed: (failure) => this.fail(failure),
    });
  }

  private admitted({ target, role, callTag, validUntilMs, skewMs }: Admission) {
    const { alias, hostKey } = target;
    this.store.set({ meeting: { alias, hostKey, role, callTag, validUntilMs }, skewMs });
    this.dispatch({ type: 'dialled' });
  }

  private heard(signal: Exclude<CallSignal, { type: 'disconnected' | 'failed' }>) {
    // However sharing ended, the browser must not go on showing that the screen is watched.
    if (signal.type === 'sharing-changed' && signal.sharing !== 'on') this.media.closeScreen();
    if (signal.type === 'transferred') this.moved(signal.alias);
    this.dispatch(signal);
    if (signal.type === 'connected') this.connected();
  }

  private connected() {
    this.source.markUsed();
    this.devicesChanged();
  }

  /** What our site said of the meeting does not hold for the one that the node moves us to. */
  private moved(alias: string) {
    this.media.closeScreen();
    this.source.goOnWith({ alias, hostKey: null });
    this.devices.tellAnew();
    this.store.set({ meeting: null });
  }

  private endKnown({ validUntilMs, skewMs }: MeetingEnd) {
    const meeting = this.store.get().meeting ?? withoutTicket(this.line.target);
    if (meeting && Number.isFinite(validUntilMs)) this.store.set({ meeting: { ...meeting, validUntilMs }, skewMs });
  }

  private describe(): CallToGoOn | null {
    const { displayName } = this.store.get();
    const { target } = this.line;
    return target && { ...target, displayName, ...this.devices.areLeftOn() };
  }

  private handOver() {
    this.finish('taken-over');
    this.line.hangUp(); // before the other tab dials
  }

  private fail(failure: CallFailure) {
    if (isMeetingGone(failure)) {
      this.memory.forget();
      this.source.forget(); // it must not be knocked at again: the next try makes a new one
    } else this.memory.leave();
    this.end({ type: 'failed', failure }, false);
  }

  /** Lets go of everything, the devices first: hanging up may block while a node does not answer. */
  private end(event: CallEvent, isForAll: boolean) {
    this.dispatch(event); // before the devices, which would tell the call that they are off
    this.devices.close();
    this.line.close(isForAll);
  }
}
