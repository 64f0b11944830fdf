import { setTimeout as delay } from 'node:timers/promises';
import { basicAuthorization, type Credentials } from '../http/basic-auth';
import type { Log } from '../log';

/** `es_connection_timeout`: connecting, sending and the answer together. */
const answerTimeoutMs = 7_000;
/** `es_initial_retry_backoff`. */
const firstBackoffMs = 1_000;
/** `es_maximum_retry_backoff`: a back-off that reaches it stops the publisher for good. */
const longestBackoffMs = 1_800_000;
/** How long events are collected for one bulk message. */
const bulkWindowMs = 100;
const mostPerBulk = 100;

interface Envelope {
  node: string;
  seq: number;
  version: 2;
  time: number;
  event: string;
  data: unknown;
}

export interface EventPublisher {
  publish(event: string, data: Record<string, unknown>): void;
  /** Announces the stop, tries for `graceMs` to deliver what is left, then gives up. */
  stop(graceMs: number): Promise<void>;
}

interface Sink {
  url: string;
  credentials: Credentials;
  isBulk: boolean;
}

async function isAccepted(sink: Sink, message: Envelope): Promise<boolean> {
  try {
    const response = await fetch(sink.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: basicAuthorization(sink.credentials) },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    await response.arrayBuffer(); // frees the connection for the next event
    return response.ok;
  } catch {
    return false; // unreachable, or too slow: both are retried
  }
}

/**
 * The event sink of one node (event-sink.md §1): one message at a time, in order, each repeated until it is accepted, so
 * that a slow receiver holds up all that follows. `seq` starts at 1, with `eventsink_started`.
 */
export function startEventPublisher(sink: Sink, nodeIp: string, log: Log): EventPublisher {
  const queue: Envelope[] = [];
  let seq = 0;
  let isRunning = true;
  let isSending = false;
  let wake: (() => void) | null = null;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const deliver = async (message: Envelope) => {
    let backoffMs = firstBackoffMs;
    while (isRunning && !(await isAccepted(sink, message))) {
      if (backoffMs >= longestBackoffMs) {
        log(`event sink ${nodeIp}: alarm eventsink_maximum_backoff, publisher stopped`);
        isRunning = false;
        return;
      }
      log(`event sink ${nodeIp}: ${message.event} not accepted, next attempt in ${backoffMs / 1000} s`);
      await pause(backoffMs);
      backoffMs *= 2;
    }
  };

  const nextMessage = (): Envelope | undefined => {
    if (!sink.isBulk) return queue[0];
    const data = queue.slice(0, mostPerBulk);
    return { node: '127.0.0.1', seq: 0, version: 2, time: Date.now() / 1000, event: 'eventsink_bulk', data };
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    while (isRunning && queue.length > 0) {
      if (sink.isBulk) await pause(bulkWindowMs);
      const count = sink.isBulk ? Math.min(queue.length, mostPerBulk) : 1;
      const message = nextMessage();
      if (message) await deliver(message);
      queue.splice(0, count);
    }
    isSending = false;
  };

  const publish = (event: string, data: Record<string, unknown>) => {
    if (!isRunning) return;
    seq += 1;
    queue.push({ node: nodeIp, seq, version: 2, time: Date.now() / 1000, event, data });
    void send();
  };

  publish('eventsink_started', {});
  return {
    publish,
    stop: async (graceMs) => {
      publish('eventsink_stopped', {});
      wake?.();
      const deadline = Date.now() + graceMs;
      while (isRunning && queue.length > 0 && Date.now() < deadline) await delay(20);
      isRunning = false;
      wake?.();
    },
  };
}
