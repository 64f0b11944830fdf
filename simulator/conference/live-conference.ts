import { eventsFor, openingEvents, type ClientEvent } from '../client-api/client-events';
import type { EventStream } from '../client-api/event-stream';
import { mediaStreams } from '../events/media-streams';
import type { Step } from '../events/sink-events';
import type { MediaStats, Mixer } from '../media/mixer';
import type { SpeakersListener } from '../media/speech-watch';
import type { NetworkFaults } from '../network/network-faults';
import { callIdsOf, type ConferenceState, type Participant } from './conference-state';
import { Digits } from './digits';
import { differences, type Difference } from './differences';
import { reduceConference, type ConferenceAction } from './reduce-conference';

interface Surroundings {
  network: NetworkFaults;
  /** Called once, when the first call needs it. */
  createMixer(onSpeakers: SpeakersListener): Mixer;
  /** Told of every change before anybody else is. */
  onStep(before: ConferenceState, after: ConferenceState, step: Step): void;
  onLeft(participant: Participant, reason: string): void;
}

const reasonOf = (action: ConferenceAction) => ('reason' in action ? action.reason : 'Call disconnected');

/**
 * One running conference: the pure state, and everyone who must hear of its changes. `dispatch` is the only way to
 * change it, so that streams, event sinks and mixer are always told the same.
 */
export class LiveConference {
  readonly digits = new Digits();
  private readonly streams = new Map<string, Set<EventStream>>();
  private mixerInUse: Mixer | null = null;

  constructor(
    public state: ConferenceState,
    private readonly surroundings: Surroundings,
  ) {}

  get isEmpty(): boolean {
    return this.state.participants.size === 0;
  }

  mixer(): Mixer {
    if (!this.mixerInUse) {
      this.mixerInUse = this.surroundings.createMixer((speakers) =>
        this.dispatch({ type: 'speakers-heard', speakers }),
      );
      this.mixerInUse.setPresenter(this.state.presenterUuid);
    }
    return this.mixerInUse;
  }

  dispatch(action: ConferenceAction, now = Date.now()): void {
    const before = this.state;
    this.state = reduceConference(before, action, now);
    const found = differences(before, this.state);
    // Before the mixer, which forgets a call's figures as soon as it has left.
    const figures = (callId: string, seconds: number) => mediaStreams(this.stats(callId), seconds);
    this.surroundings.onStep(before, this.state, { reason: reasonOf(action), now, figures });
    this.tellMixer(found);
    for (const participant of this.state.participants.values()) {
      this.send(participant.uuid, eventsFor(found, this.state, participant));
    }
    for (const difference of found) if (difference.type === 'left') this.part(difference.participant, action);
  }

  /** The figures of a call; null before there are any. */
  stats(callId: string): MediaStats | null {
    return this.mixerInUse?.stats(callId) ?? null;
  }

  /** Attaches a stream and sends it the present state, without a gap in between. */
  attach(uuid: string, stream: EventStream): void {
    const viewer = this.state.participants.get(uuid);
    if (!viewer) return stream.end();
    this.streams.set(uuid, (this.streams.get(uuid) ?? new Set()).add(stream));
    stream.send(openingEvents(this.state, viewer));
  }

  detach(uuid: string, stream: EventStream): void {
    this.streams.get(uuid)?.delete(stream);
  }

  send(uuid: string, events: ClientEvent[]): void {
    this.streams.get(uuid)?.forEach((stream) => stream.send(events));
  }

  /** Whoever has lost the network loses their streams, and their media until it is back. */
  followNetwork(): void {
    const { network } = this.surroundings;
    for (const participant of this.state.participants.values()) {
      this.mixerInUse?.setCut(participant.uuid, network.isMediaCut(participant));
      if (!network.isSignallingCut(participant)) continue;
      this.streams.get(participant.uuid)?.forEach((stream) => stream.breakOff());
    }
  }

  close(): void {
    this.mixerInUse?.close();
    this.mixerInUse = null;
  }

  private part(participant: Participant, action: ConferenceAction): void {
    // Who leaves by their own wish knows, and a node that crashes tells nobody.
    const isTold = action.type !== 'node-lost' && !(action.type === 'left' && action.isOwnWish === true);
    if (isTold) this.send(participant.uuid, [{ event: 'disconnect', data: { reason: reasonOf(action) } }]);
    this.streams.get(participant.uuid)?.forEach((stream) => stream.end());
    this.streams.delete(participant.uuid);
    this.surroundings.onLeft(participant, reasonOf(action));
  }

  private tellMixer(found: Difference[]): void {
    const mixer = this.mixerInUse;
    if (!mixer) return;
    for (const difference of found) {
      if (difference.type === 'presenter-changed') mixer.setPresenter(difference.to);
      if (difference.type === 'left') callIdsOf(difference.participant).forEach((callId) => mixer.leave(callId));
      if (difference.type !== 'updated') continue;
      const { before, participant } = difference;
      const callIds = callIdsOf(participant);
      for (const callId of callIdsOf(before)) if (!callIds.includes(callId)) mixer.leave(callId);
      if (callIds.length > 0) this.bringMixerUpToDate(participant);
    }
  }

  /** Repeats to the mixer what a participant may send and see. Also needed once a call has come up. */
  bringMixerUpToDate(participant: Participant): void {
    const { uuid, isAdmitted, isMuted, isVideoMuted } = participant;
    this.mixerInUse?.setAdmitted(uuid, isAdmitted);
    this.mixerInUse?.setMuted(uuid, { audio: isMuted, video: isVideoMuted });
    this.mixerInUse?.setCut(uuid, this.surroundings.network.isMediaCut(participant));
  }
}
