import { askAdmission, movedTo, type Admission } from './admission';
import type { Call, CallSignal, Dial } from './call';
import { connect, type Connection } from './connection';
import type { CallFailure } from './failures';
import type { LineListener, LineNeeds } from './line-owner';
import { LinkKeeper } from './link-keeper';
import type { MeetingTarget } from './meeting-source';
import { noteNodeFailure } from './node-choice';
import { prepareRedial } from './prepare-redial';
import { afterFailure, nodesToTry, speaksAgainstNode } from './redial';

/** The way to the conference: one connection at a time, by another node where one is gone, and anew when it is lost. */
export class CallLine {
  private connection: Connection | null = null;
  private leaving: Connection | null = null; // closed, and perhaps not hung up yet
  private lost: Connection[] = []; // the same, of nodes that could not be reached
  private admission: Admission | null = null;
  private attempt = 0; // answers to an attempt that was given up are dropped
  private wasUp = false; // there was a call before this one
  private nodesTried = 0;
  private typedPin: string | null = null;
  private readonly keeper: LinkKeeper;

  constructor(
    private readonly dial: Dial,
    private readonly needs: LineNeeds,
    private readonly listener: LineListener,
  ) {
    this.keeper = new LinkKeeper({
      endsAtMs: needs.endsAtMs,
      redial: () => void this.redial(),
      giveUp: (reason) => listener.onOver(reason),
      slept: () => listener.onSlept(),
    });
  }

  get call(): Call | null {
    return this.connection?.call ?? null;
  }

  /** The meeting that was dialled last. */
  get target(): MeetingTarget | null {
    return this.admission?.target ?? null;
  }

  async open() {
    [this.wasUp, this.nodesTried, this.typedPin] = [false, 0, null];
    this.keeper.reset();
    await this.dialOnce(++this.attempt);
  }

  enterPin(pin: string | null) {
    this.typedPin = pin;
    this.connection?.call.enterPin(pin);
  }

  /** Lets go of the connection at once, though the node may hear of it a moment later. */
  close(isForAll: boolean) {
    this.attempt += 1;
    if (this.keeper.isInTrouble) this.drop();
    this.keeper.close();
    this.connection?.close(isForAll ? 'for-all' : 'soon');
    [this.leaving, this.connection] = [this.connection ?? this.leaving, null];
  }

  /** Tells the node now where it was not told yet. */
  hangUp() {
    this.leaving?.hangingUp.now();
  }

  private async dialOnce(mine: number) {
    const [result, isScreenThere] = await Promise.all([
      askAdmission(this.needs.source(), this.needs.displayName()),
      this.needs.isScreenThere(),
      ...this.lost.map(({ hangingUp }) => hangingUp.ifThere()), // or the same person would be in twice
    ]);
    if (mine !== this.attempt) return;
    if (!result.ok) return this.failed(result.failure);
    if (!isScreenThere) return this.listener.onFailed('site-unreachable');
    const outgoing = this.needs.outgoing();
    if (!outgoing) return this.listener.onFailed('other');
    this.admission = result.admission;
    this.nodesTried += 1;
    this.listener.onAdmitted(result.admission);
    this.leaving?.hangingUp.now(); // for the same reason
    const admission = { ...result.admission, pin: result.admission.pin ?? this.typedPin };
    this.connection = connect(admission, this.needs.displayName(), outgoing, this.dial, {
      onSignal: (signal) => this.onSignal(signal),
      onEndKnown: (end) => this.listener.onEndKnown(end),
      onOver: (reason, isSure) =>
        reason === 'connection-lost' ? this.failed(reason) : this.listener.onOver(reason, isSure),
    });
  }

  private async redial() {
    const mine = ++this.attempt;
    this.wasUp = true;
    if (this.connection && this.keeper.hasTried) noteNodeFailure(this.connection.node);
    this.drop();
    this.listener.onRedialling();
    if (!this.admission) return;
    const next = await prepareRedial(this.admission);
    if (mine !== this.attempt) return;
    if (next === 'go') return this.dialOnce(mine);
    if (next === 'wait') return this.keeper.failed();
    this.listener.onOver(next);
  }

  /** Hanging up blocks the page, so a node that cannot be reached hears of it when it can. */
  private drop() {
    if (!this.connection) return;
    this.connection.close('when-there');
    this.lost.push(this.connection);
    this.connection = null;
  }

  private onSignal(signal: Exclude<CallSignal, { type: 'disconnected' }>) {
    if (signal.type === 'failed') return this.failed(signal.failure);
    // Somebody who was in and is asked again has to type: that is a new call, made by hand.
    if (signal.type === 'pin-requested' && this.keeper.isLost) return this.listener.onOver('connection-lost');
    this.keeper.heard(signal.type);
    if (signal.type === 'transferred') this.moved(signal.alias);
    if (signal.type === 'connected') this.lost = [];
    this.listener.onSignal(signal);
  }

  private moved(alias: string) {
    this.keeper.reset();
    [this.wasUp, this.typedPin] = [false, null];
    this.admission = this.admission && movedTo(alias, this.admission);
  }

  private failed(failure: CallFailure) {
    const { connection, admission } = this;
    const isUp = connection?.isUp === true;
    if (connection && speaksAgainstNode(failure, isUp)) noteNodeFailure(connection.node);
    const hasOtherNode = admission !== null && this.nodesTried < nodesToTry(failure, admission.nodes.length);
    const { isLost: wasRedial, lostForMs } = this.keeper;
    const wasUp = this.wasUp || (isUp && failure !== 'media-blocked');
    const next = afterFailure(failure, { wasUp, wasRedial, lostForMs, hasOtherNode });
    if (next === 'tell') return this.listener.onFailed(failure);
    if (next === 'redial') return this.keeper.lost();
    this.drop();
    if (next === 'redial-later') return this.keeper.failed();
    this.keeper.reset();
    if (isUp) this.listener.onRedialling();
    void this.dialOnce(++this.attempt);
  }
}
