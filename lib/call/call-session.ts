import { bringHere } from './bring-here';
import type { Dial } from './call';
import { CallActions } from './call-actions';
import { CallCourse } from './call-course';
import { isUnderWay } from './call-machine';
import type { CallPlan } from './call-plan';
import { extendCall } from './extend-call';
import type { LocalMedia } from './media';
import { createOneTab, type Elsewhere, type OneTab } from './one-tab';
import { watchPage } from './page-life';

/** One visitor's way through one call: what the visitor does, and what the page does with them. */
export class CallSession {
  private readonly course: CallCourse;
  /** What one can do once the call is up. */
  readonly actions: CallActions;
  private stopFollowing = () => {};
  private isOpen = false;

  constructor(
    private readonly plan: CallPlan,
    readonly media: LocalMedia,
    dial: Dial,
    readonly tabs: OneTab = createOneTab(),
  ) {
    this.course = new CallCourse(plan, media, dial, tabs);
    this.actions = new CallActions(() => this.course.line.call, media, this.course.dispatch);
  }

  readonly subscribe = (listener: () => void) => this.course.store.subscribe(listener);
  readonly snapshot = () => this.course.store.get();
  private readonly isUnderWay = () => isUnderWay(this.snapshot().call);

  /** Opens the devices, and for a rejoin the call. `close` undoes it, and `open` may follow again. */
  open() {
    const { course, media } = this;
    this.isOpen = true;
    media.onReplaced = (previous, next) => course.line.call?.replaceTrack(previous, next);
    const stops = [
      media.subscribe(() => course.devicesChanged()),
      watchPage({ onGone: () => this.leavePage(), onBack: () => this.followTabs() }),
    ];
    this.stopFollowing = () => stops.forEach((stop) => stop());
    this.followTabs();
    if (this.plan.goesOnWith) course.source.goOnWith(this.plan.goesOnWith);
    course.devices.open();
    if (this.plan.joinsAtOnce) void this.joinAtOnce();
  }

  close() {
    const { course } = this;
    this.isOpen = false;
    this.stopFollowing();
    // The page around the call has gone, and the next may offer to go back into it; only a call that is not up yet is given up.
    if (this.isUnderWay()) course.finish(this.snapshot().call.phase === 'in-call' ? 'page-left' : 'left');
    course.devices.close();
    course.line.hangUp();
    course.source.abandon();
    this.tabs.stop();
    course.dispatch({ type: 'returned-to-lobby' });
  }

  async join(displayName: string) {
    if (!this.isOpen || this.isUnderWay()) return; // a browser that asks for a device may be answered late
    this.begin(displayName);
    await this.course.line.open();
  }

  private begin(displayName: string) {
    this.course.store.set({ displayName });
    this.course.dispatch({ type: 'joining' });
  }

  /** A tab that was duplicated remembers the call as a reloaded one does: it is offered to be brought here, not dialled again. */
  private async joinAtOnce() {
    const { displayName, goesOnWith } = this.plan;
    this.begin(displayName);
    const isOnElsewhere = goesOnWith !== undefined && (await this.tabs.isElsewhere(goesOnWith.alias));
    if (!this.isUnderWay()) return;
    if (isOnElsewhere) this.course.finish('taken-over');
    else await this.course.line.open();
  }

  enterPin(pin: string | null) {
    this.course.dispatch({ type: 'pin-entered' });
    this.course.line.enterPin(pin);
  }

  readonly turn: LocalMedia['turn'] = (device, on) => this.course.devices.turn(device, on);
  readonly turnOnBoth = () => this.course.devices.turnOnBoth();
  readonly choose: LocalMedia['choose'] = (device, choice) => this.course.devices.choose(device, choice);
  readonly talk = (on: boolean) => this.course.devices.talk(on);
  readonly withSoundOnly = () => this.course.devices.withSoundOnly();
  /** Whom a host has muted, and who may lift that, does so and is heard. */
  readonly unmute = (selfId: string) => (this.course.devices.speakOnceFree(), this.actions.setMutedFor(selfId, false));
  /** No light goes on behind a question. Returns what opens the devices again. */
  readonly setDevicesAside = () => this.course.devices.setAside();

  leave() {
    this.course.finish('left');
  }

  readonly extend = (byMs: number) => extendCall(this.course, byMs);

  /** Into the same meeting again, with the devices as they were and a fresh ticket. */
  rejoin() {
    this.course.devices.open();
    void this.join(this.snapshot().displayName);
  }

  /** Back to the lobby, for a new meeting where the plan names none and the last one was used. */
  startOver() {
    const { course } = this;
    if (!this.isOpen) return; // whoever asks first whether one may call has been overtaken by the visitor
    course.source.leave();
    course.store.set({ meeting: null });
    course.dispatch({ type: 'returned-to-lobby' });
    course.devices.open();
  }

  /** Whether a call in another tab could be this one. A page of one meeting is no place for another's. */
  canGoOnWith({ alias }: Pick<Elsewhere, 'alias'>): boolean {
    return !this.plan.meeting || this.plan.meeting.alias === alias;
  }

  /** Goes on here with the call of another tab; false where that one does not answer. */
  bringHere(): Promise<boolean> {
    const { course, media, tabs } = this;
    return bringHere({
      ...{ course, media, tabs },
      isOpen: () => this.isOpen,
      belongsHere: (there) => this.canGoOnWith(there),
      join: (displayName) => this.join(displayName),
    });
  }

  /** The page may be kept and shown again later: there must be no call in it then. */
  private leavePage() {
    if (this.isUnderWay()) this.course.finish('page-left');
    this.course.line.hangUp();
    this.course.source.abandon();
    this.tabs.stop();
  }

  private followTabs() {
    // At the desk, calls are the agent's own, and no visitor's.
    if (this.plan.isRemembered) this.tabs.start();
  }
}
