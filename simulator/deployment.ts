import { randomUUID } from 'node:crypto';
import { Alarms } from './alarms/alarms';
import { DialledCalls } from './calls/dialled-calls';
import type { ConferenceService } from './conference/conference-service';
import { newConference, type Participant } from './conference/conference-state';
import { legsOf } from './conference/legs';
import { LiveConference } from './conference/live-conference';
import { overdueActions, type WaitLimits } from './conference/overdue';
import { roomId, type Room } from './conference/rooms';
import { TokenStore } from './client-api/token-store';
import type { ConferencingNode } from './conferencing-node';
import type { EventSink, SinkTiming } from './events/event-sink';
import { EventSinks } from './events/event-sinks';
import { sinkEventsFor } from './events/sink-events';
import type { Log } from './log';
import { History } from './management/history';
import { createMixer } from './media/mixer';
import type { PolicySurroundings } from './policy/consult';
import { QualityMonitor } from './quality/quality-monitor';
import { Registrations } from './registrations/registrations';

interface DeploymentSettings {
  tokenSeconds: number;
  limits: WaitLimits;
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

  /** A room in which somebody is, by the id that the status API has for it. */
  room(id: string): { conference: LiveConference; room: Room } | null {
    for (const conference of this.conferences) {
      const parts = [...conference.state.parts.values()];
      const part = parts.find(({ room }) => roomId(conference.state.id, room) === id);
      if (part) return { conference, room: part.room };
    }
    return null;
  }

  /** Somebody in a conference, by the id of any leg. */
  person(legId: string): { conference: LiveConference; participant: Participant } | null {
    for (const conference of this.conferences) {
      for (const participant of conference.state.participants.values()) {
        if (legsOf(conference.state, participant).some(({ uuid }) => uuid === legId))
          return { conference, participant };
      }
    }
    return null;
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
    this.tokens.forgetEnded(now);
    this.calls.sweep(now);
  }

  endAll(reason: string): void {
    for (const conference of this.conferences) conference.dispatch({ type: 'everyone-left', reason });
  }

  private begin(service: ConferenceService, now: number): LiveConference {
    const id = randomUUID();
    const conference = new LiveConference(newConference(id, service, now), {
      createMixer: () => createMixer(service.name),
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
    });
    this.byId.set(id, conference);
    return conference;
  }
}
