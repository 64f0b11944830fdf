import type { Log } from '../log';
import type { EventSink, SinkTiming } from './event-sink';
import { Pause } from './pause';
import { postMessage } from './post-message';
import type { SinkFaults } from './sink-faults';
import { bulk, type Envelope } from './sink-message';

/** How long events are collected for one bulk message. */
const bulkWindowMs = 100;
const mostPerBulk = 100;

interface Surroundings {
  nodeIp: string;
  sink: EventSink;
  timing: SinkTiming;
  log: Log;
  faults(): SinkFaults;
  onGivenUp(): void;
}

/**
 * The sending from one start of a publisher until it stops, out of a queue that outlives it: one message at a time, in
 * order, each repeated until it is accepted, so that a slow receiver holds up all that follows.
 */
export class Delivery {
  private isOver = false;
  private isSending = false;
  /** Taken out of the queue and not yet accepted. */
  private inHand: Envelope[] = [];
  private readonly pause = new Pause();

  constructor(
    private readonly queue: Envelope[],
    private readonly surroundings: Surroundings,
  ) {}

  get waiting(): number {
    return this.inHand.length;
  }

  /** Sends whatever is in the queue, unless that is being done already. */
  sendOn(): void {
    if (!this.isSending && !this.isOver) void this.sendAll();
  }

  /** Cuts a back-off short. */
  wake(): void {
    this.pause.wake();
  }

  /** Ends it, and gives back what was not accepted. An attempt under way may still arrive. */
  end(): Envelope[] {
    this.isOver = true;
    this.pause.wake();
    return this.inHand.splice(0);
  }

  private async sendAll(): Promise<void> {
    const { sink, faults } = this.surroundings;
    this.isSending = true;
    while (!this.isOver && this.queue.length > 0) {
      const [head] = this.queue;
      const dueAt = (head?.time ?? 0) * 1000 + faults().delayMs;
      await this.pause.for(Math.max(dueAt - Date.now(), sink.isBulk ? bulkWindowMs : 0));
      if (this.isOver) break;
      this.inHand = this.queue.splice(0, sink.isBulk ? mostPerBulk : 1);
      const [first] = this.inHand;
      if (first) await this.deliver(sink.isBulk ? bulk(sink.version, [...this.inHand], Date.now()) : first);
      this.inHand.length = 0;
    }
    this.isSending = false;
  }

  private async deliver(message: Envelope): Promise<void> {
    const { nodeIp, timing, log, onGivenUp } = this.surroundings;
    let backoffMs = timing.firstBackoffMs;
    while (!(await this.isAccepted(message)) && !this.isOver) {
      if (backoffMs >= timing.longestBackoffMs) return onGivenUp();
      log(`event sink ${nodeIp}: ${message.event} not accepted, next attempt in ${backoffMs / 1000} s`);
      await this.pause.for(backoffMs);
      if (this.isOver) return;
      backoffMs *= 2;
    }
  }

  private async isAccepted(message: Envelope): Promise<boolean> {
    const { sink, timing, faults } = this.surroundings;
    return !faults().isCut && postMessage(sink, message, timing.answerTimeoutMs);
  }
}
