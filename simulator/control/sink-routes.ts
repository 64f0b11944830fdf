import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { EventPublisher } from '../events/event-publisher';
import { noFaults } from '../events/sink-faults';
import type { HttpReply } from '../http/http-exchange';
import type { Handler, Route } from '../http/router';
import { badRequest, conflict, ok } from './replies';

const mostEvents = 100_000;

const affectedSchema = z
  .strictObject({
    count: z.int().min(1).max(mostEvents).nullable().default(null),
    events: z.array(z.string().min(1).max(100)).min(1).optional(),
  })
  .nullable()
  .default(null);

const faultsSchema = z.strictObject({
  lose: affectedSchema,
  duplicate: affectedSchema,
  outOfOrder: z
    .strictObject({ count: z.int().min(2).max(mostEvents) })
    .nullable()
    .default(null),
  delayMs: z.int().min(0).max(86_400_000).default(0),
  isCut: z.boolean().default(false),
});

/** What goes wrong between this node and the event sink. */
export function sinkRoutes(deployment: Deployment, node: ConferencingNode): Route[] {
  const withPublisher =
    (act: (publisher: EventPublisher, body: unknown) => HttpReply | void): Handler =>
    ({ body }) => {
      const publisher = deployment.sinks.on(node.ip);
      if (!publisher) return conflict('This deployment has no event sink');
      return act(publisher, body) ?? ok(publisher.report);
    };
  const base = '/simulator/v1/event-sink';
  return [
    { method: 'GET', pattern: base, handle: withPublisher(() => {}) },
    { method: 'POST', pattern: `${base}/stop`, handle: withPublisher((publisher) => publisher.halt()) },
    {
      method: 'POST',
      pattern: `${base}/start`,
      handle: withPublisher((publisher) => {
        if (deployment.isDown(node.ip)) return conflict('The node has crashed');
        publisher.start();
      }),
    },
    {
      method: 'PUT',
      pattern: `${base}/faults`,
      handle: withPublisher((publisher, body) => {
        const parsed = faultsSchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        publisher.setFaults(parsed.data);
      }),
    },
    {
      method: 'DELETE',
      pattern: `${base}/faults`,
      handle: withPublisher((publisher) => publisher.setFaults(noFaults)),
    },
  ];
}
