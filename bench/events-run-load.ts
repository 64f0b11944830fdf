import { z } from 'zod';
import { Asked, askInTurns } from './ask-in-turns';
import { sampleDelivery } from './events-sample';

/** What the generator is to send. */
export const EventsPlan = z.object({
  port: z.int(),
  authorization: z.string(),
  connections: z.int().positive(),
  /** Events in each delivery. */
  eventsEach: z.int().positive(),
  /** The first number that was not sent yet, and when number 0 happened in Unix seconds. */
  from: z.int(),
  startedAt: z.number(),
  seconds: z.number().positive(),
});
export type EventsPlan = z.infer<typeof EventsPlan>;

/** What it saw. */
export const EventsResult = Asked.extend({
  /** The first number that was not sent. */
  next: z.int(),
});
export type EventsResult = z.infer<typeof EventsResult>;

/** Sends one delivery after another on each connection, as nodes do. Every one has to be answered with 200. */
export async function runEventsLoad(plan: EventsPlan): Promise<EventsResult> {
  let next = plan.from;
  const asked = await askInTurns(plan, () => {
    const body = sampleDelivery(next, plan.eventsEach, plan.startedAt);
    next += plan.eventsEach;
    return { request: eventsRequest(body, plan), complaint };
  });
  return { ...asked, next };
}

/** A whole POST as a node writes it. */
export function eventsRequest(body: string, { port, authorization }: { port: number; authorization: string }): Buffer {
  return Buffer.from(
    [
      'POST /api/events HTTP/1.1',
      `Host: localhost:${port}`,
      `Authorization: ${authorization}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Accept: */*',
      'Connection: keep-alive',
      '',
      body,
    ].join('\r\n'),
  );
}

function complaint(response: string): string | null {
  return response.startsWith('HTTP/1.1 200 ') ? null : (response.split('\r\n', 1)[0] ?? '');
}
