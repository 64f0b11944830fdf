import { randomUUID } from 'node:crypto';
import { DialledCalls } from './calls/dialled-calls';
import type { ConferenceService } from './conference/conference-service';
import { newConference, type Participant } from './conference/conference-state';
import { LiveConference } from './conference/live-conference';
import { overdueActions, type WaitLimits } from './conference/overdue';
import { TokenStore } from './client-api/token-store';
import type { ConferencingNode } from './conferencing-node';
import type { EventPublisher } from './events/event-publisher';
import type { Log } from './log';
import { createMixer } from './media/mixer';
import type { PolicySurroundings } from './policy/consult';
import { Registrations } from './registrations/registrations';

interface DeploymentSettings {
  tokenSeconds: number;
  limits: WaitLimits;
}

/** All nodes together: conferences span them, by service name, and so do tokens. */
export class Deployment {
  readonly tokens: TokenStore;
  readonly nodes: ConferencingNode[] = [];
  readonly publishers = new Map<string, EventPublisher>();
  readonly calls = new DialledCalls();
  readonly registrations = new Registrations();
  private readonly byId = new Map<string, LiveConference>();

  constructor(
    readonly settings: DeploymentSettings,
    readonly policy: PolicySurroundings,
    readonly log: Log,
  ) {
    this.tokens = new TokenStore(settings.tokenSeconds * 1000);
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

  /** Somebody in a conference, by the id of either leg. */
  person(legId: string): { conference: LiveConference; participant: Participant } | null {
    for (const conference of this.conferences) {
      for (const participant of conference.state.participants.values()) {
        if (participant.uuid === legId || participant.call?.callId === legId) return { conference, participant };
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
      publish: ({ nodeIp, event, data }) => this.publishers.get(nodeIp)?.publish(event, data),
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
