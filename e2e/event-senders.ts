import { setTimeout as pause } from 'node:timers/promises';
import type { EventEnvelope } from '@/lib/events/envelope';
import { pick, type Random } from '@/lib/testing/sample-events';

/** A node gives up on an answer after seven seconds and tries again after one (event-sink.md §1); ours has less patience. */
const ANSWER_LIMIT_MS = 7_000;
const RETRY_AFTER_MS = 100;

export interface Sink {
  /** Of each instance: a load balancer in front of them hands each try to any. */
  urls: readonly string[];
  authorization: string;
}

/**
 * Sends as a node does: one message at a time, in order, each until it is accepted. Some are bulks, and some are sent
 * again although they were accepted, as when our answer is lost on the way.
 *
 * @param onSent is told how many events were accepted so far
 */
export async function sendAsNode(
  sink: Sink,
  events: readonly EventEnvelope[],
  random: Random,
  onSent: (count: number) => void,
): Promise<void> {
  for (let at = 0; at < events.length;) {
    const batch = events.slice(at, at + pick([1, 1, 1, 20], random));
    const body = batch.length === 1 ? batch[0] : { node: '127.0.0.1', seq: 0, event: 'eventsink_bulk', data: batch };
    const send = () => isAccepted(pick(sink.urls, random), sink.authorization, JSON.stringify(body));
    while (!(await send())) await pause(RETRY_AFTER_MS);
    if (random() < 0.05) await send();
    at += batch.length;
    onSent(batch.length);
  }
}

async function isAccepted(url: string, authorization: string, body: string): Promise<boolean> {
  try {
    const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
