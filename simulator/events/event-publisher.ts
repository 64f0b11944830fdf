import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log';
import { Delivery } from './delivery';
import type { EventSink, SinkTiming } from './event-sink';
import { applyFaults, noFaults, type SinkFaults } from './sink-faults';
import type { Envelope } from './sink-message';

interface Surroundings {
  nodeIp: string;
  sink: EventSink;
  timing: SinkTiming;
  log: Log;
  /** The publisher has given up, or does so no longer: the alarm. */
  onStopped(isStopped: boolean): void;
}

/**
 * The event sink of one node (event-sink.md §1). Each start begins a new count with `eventsink_started`. It is `stopped`
 * once it has given up, until it is started again, and `down` with its node.
 */
export class EventPublisher {
  private state: 'running' | 'stopped' | 'down' = 'down';
  private readonly queue: Envelope[] = [];
  private delivery: Delivery | null = null;
  private seq = 0;
  private faults = noFaults;
  private held: readonly Envelope[] = [];

  constructor(private readonly surroundings: Surroundings) {}

  get report() {
    const { state, seq, faults } = this;
    return { state, seq, waiting: this.queue.length + this.held.length + (this.delivery?.waiting ?? 0), faults };
  }

  /** Begins a new count. What waits from before keeps its numbers, and is sent after the news of the start. */
  start(): void {
    if (this.state === 'running') return;
    const { onStopped, ...surroundings } = this.surroundings;
    if (this.state === 'stopped') onStopped(false);
    this.state = 'running';
    this.seq = 1;
    this.queue.unshift(this.envelope('eventsink_started', {}));
    this.delivery = new Delivery(this.queue, {
      ...surroundings,
      faults: () => this.faults,
      onGivenUp: () => this.halt(),
    });
    this.delivery.sendOn();
  }

  /** Also while it is stopped: the event then waits for the restart. A crashed node reports nothing. */
  publish(event: string, data: Record<string, unknown>): void {
    if (this.state === 'down') return;
    this.seq += 1;
    const outcome = applyFaults(this.faults, this.held, this.envelope(event, data));
    this.faults = outcome.faults;
    this.held = outcome.held;
    this.queue.push(...outcome.released);
    this.delivery?.sendOn();
  }

  /** Gives up, as when the back-off has reached its limit. */
  halt(): void {
    if (this.state !== 'running') return;
    const { nodeIp, log, onStopped } = this.surroundings;
    this.state = 'stopped';
    this.queue.unshift(...this.endDelivery());
    log(`event sink ${nodeIp}: alarm eventsink_maximum_backoff, publisher stopped`);
    onStopped(true);
  }

  /** Everything that was not sent is lost. */
  crash(): void {
    if (this.state === 'stopped') this.surroundings.onStopped(false);
    this.state = 'down';
    this.endDelivery();
    this.queue.length = 0;
    this.held = [];
  }

  /** What goes wrong from now on. Events that nothing holds back any more are sent. */
  setFaults(faults: SinkFaults): void {
    this.faults = faults;
    if (!faults.outOfOrder) this.releaseHeld();
    this.delivery?.wake(); // no need to sit out a back-off or a delay that the old faults made
    this.delivery?.sendOn();
  }

  /** Announces the stop, tries for `graceMs` to deliver what is left, then gives up. */
  async shutDown(graceMs: number): Promise<void> {
    this.releaseHeld();
    this.publish('eventsink_stopped', {});
    this.delivery?.wake();
    const deadline = Date.now() + graceMs;
    while (this.state === 'running' && this.report.waiting > 0 && Date.now() < deadline) await delay(20);
    this.crash();
  }

  private envelope(event: string, data: unknown): Envelope {
    const { nodeIp, sink } = this.surroundings;
    return { node: nodeIp, seq: this.seq, version: sink.version, time: Date.now() / 1000, event, data };
  }

  private releaseHeld(): void {
    this.queue.push(...this.held);
    this.held = [];
  }

  private endDelivery(): Envelope[] {
    const unsent = this.delivery?.end() ?? [];
    this.delivery = null;
    return unsent;
  }
}
