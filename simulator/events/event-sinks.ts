import type { Alarms } from '../alarms/alarms';
import type { Log } from '../log';
import { EventPublisher } from './event-publisher';
import type { EventSink, SinkTiming } from './event-sink';
import type { SinkEvent } from './sink-events';
import { inVersion } from './sink-version';

const stoppedAlarm = 'eventsink_maximum_backoff';

/** The deployment's event sink, and the publisher that each node has for it. */
export class EventSinks {
  private readonly publishers = new Map<string, EventPublisher>();

  constructor(
    /** Null is a deployment without. */
    readonly sink: EventSink | null,
    private readonly timing: SinkTiming,
    private readonly alarms: Alarms,
    private readonly log: Log,
  ) {}

  /** A node has booted. */
  startOn(nodeIp: string): void {
    const { sink, timing, alarms, log } = this;
    if (!sink) return;
    const onStopped = (isStopped: boolean) => {
      if (!isStopped) return alarms.lower(stoppedAlarm, nodeIp);
      alarms.raise({ name: stoppedAlarm, level: 'error', node: nodeIp, details: sink.url, instance: sink.name });
    };
    const known = this.publishers.get(nodeIp);
    const publisher = known ?? new EventPublisher({ nodeIp, sink, timing, log, onStopped });
    this.publishers.set(nodeIp, publisher);
    publisher.start();
  }

  /** The publisher of a node; undefined where there is no sink. */
  on(nodeIp: string): EventPublisher | undefined {
    return this.publishers.get(nodeIp);
  }

  /** The events of one step, each from its own node. */
  publish(events: readonly SinkEvent[]): void {
    if (!this.sink) return;
    for (const { nodeIp, event, data } of inVersion(this.sink.version, events)) {
      this.publishers.get(nodeIp)?.publish(event, data);
    }
  }

  /** Starts those publishers that have given up; the others go on as they are. */
  restart(): void {
    for (const publisher of this.publishers.values()) if (publisher.report.state === 'stopped') publisher.start();
  }

  /** The sink was changed, which also starts those that have given up (event-sink.md §1). */
  announceChange(): void {
    this.restart();
    for (const publisher of this.publishers.values()) publisher.publish('eventsink_updated', {});
  }

  async shutDown(graceMs: number): Promise<void> {
    await Promise.all([...this.publishers.values()].map((publisher) => publisher.shutDown(graceMs)));
  }
}
