import { randomUUID } from 'node:crypto';
import { Alarms } from './alarms/alarms';
import { DialledCalls } from './calls/dialled-calls';
import { withCaptionDefault } from './conference/captions';
import type { ConferenceService } from './conference/conference-service';
import { newConference } from './conference/conference-state';
import { LiveConference } from './conference/live-conference';
import { overdueActions, type WaitLimits } from './conference/overdue';
import { findPerson, findRoom } from './conference/whereabouts';
import { TokenStore } from './client-api/token-store';
import type { ConferencingNode } from './conferencing-node';
import type { EventSink, SinkTiming } from './events/event-sink';
import { EventSinks } from './events/event-sinks';
import { sinkEventsFor } from './events/sink-events';
import type { Log } from './log';
import { History } from './management/history';
import { createMixer } from './media/mixer';
import { NetworkFaults } from './network/network-faults';
import type { PolicySurroundings } from './policy/consult';
import { QualityMonitor } from './quality/quality-monitor';
import { Registrations } from './registrations/registrations';

interface DeploymentSettings {
  tokenSeconds: number;
  limits: WaitLimits;
  /** Of services that leave it to the deployment. */
  hasLiveCaptions: boolean;
  sink: EventSink | null;
  sinkTiming: SinkTiming;
  /** How long a window of call quality is. */
  qualityWindowMs: number;
  /** How much later than events the history knows. */
  historyDelayMs: number;
}

/** All nodes together: conferences span them, by service name, and so do tokens. */
export class Deployment {
  readonly tokens: TokenStore;
  readonly nodes: ConferencingNode[] = [];
  readonly alarms = new Alarms();
  readonly sinks: EventSinks;
  readonly history: History;
  readonly qualities: QualityMonitor;
  readonly network = new NetworkFaults();
  readonly calls = new DialledCalls();
  readonly registrations = new Registrations();
  /** How the Management Node misbehaves, for tests. */
  managementFaults = { isAway: false, delayMs: 0 };
  private readonly byId = new Map<string, LiveConference>();
  /** Addresses of the nodes that have crashed. */
  readonly down = new Set<string>();

  constructor(
    readonly settings: DeploymentSettings,
    readonly policy: PolicySurroundings,
    readonly log: Log,
  ) {
    this.tokens = new TokenStore(settings.tokenSeconds * 1000);
    this.sinks = new EventSinks(settings.sink, settings.sinkTiming, this.alarms, log);
    this.history = new History(settings.historyDelayMs);
    this.qualities = new QualityMonitor(settings.qualityWindowMs);
  }

  get nodesUp(): ConferencingNode[] {
    return this.nodes.filter(({ ip }) => !this.down.has(ip));
  }

  isDown(nodeIp: string): boolean {
    return this.down.has(nodeIp);
  }

  get conferences(): LiveConference[] {
    return [...this.byId.values()];
  }

  conference(id: string): LiveConference | undefined {
    return this.byId.get(id);
  }

  conferenceNamed(name: string): LiveConference | undefined {
    return this.conferences.find(({ state }) => state.service.name === name);
  }

  room(id: string) {
    return findRoom(this.conferences, id);
  }

  person(legId: string) {
    return findPerson(this.conferences, legId);
  }

  /** Has everybody meet what has become of the network. */
  followNetwork(): void {
    for (const conference of this.conferences) conference.followNetwork();
  }

  isFull({ name, participantLimit }: ConferenceService): boolean {
    const count = this.conferenceNamed(name)?.state.participants.size ?? 0;
    return participantLimit !== null && count >= participantLimit;
  }

  /** The running conference of that service, or a new one. A running one keeps the settings it began with. */
  conferenceFor(service: ConferenceService, now: number): LiveConference {
    return this.conferenceNamed(service.name) ?? this.begin(service, now);
  }

  /** Puts out whoever's token, wait or hostless time has run out. */
  sweep(now: number): void {
    for (const { participantUuid, conferenceId } of this.tokens.expired(now)) {
      const reason = 'Timer expired awaiting token refresh';
      this.byId.get(conferenceId)?.dispatch({ type: 'left', uuid: participantUuid, reason }, now);
      this.tokens.end(participantUuid, now);
    }
    for (const conference of this.conferences) {
      for (const action of overdueActions(conference.state, this.settings.limits, now))
        conference.dispatch(action, now);
    }
    this.sinks.publish(this.qualities.look(this.conferences, now));
    this.tokens.forgetEnded(now, (uuid) => this.network.isParticipantCut(uuid));
    this.calls.sweep(now);
  }

  endAll(reason: string): void {
    for (const conference of this.conferences) conference.dispatch({ type: 'everyone-left', reason });
  }

  private begin(service: ConferenceService, now: number): LiveConference {
    const id = randomUUID();
    const conference = new LiveConference(
      newConference(id, withCaptionDefault(service, this.settings.hasLiveCaptions), now),
      {
        network: this.network,
        createMixer: (onSpeakers) => createMixer(service.name, onSpeakers),
        onStep: (before, after, step) => {
          this.sinks.publish(sinkEventsFor(before, after, step));
          this.history.record(before, after, step, (legId) => this.qualities.of(legId));
        },
        onLeft: ({ uuid }, reason) => {
          this.tokens.end(uuid, Date.now());
          this.calls.left(uuid, reason);
          if (!conference.isEmpty || !this.byId.delete(id)) return;
          conference.close();
        },
      },
    );
    this.byId.set(id, conference);
    return conference;
  }
}
