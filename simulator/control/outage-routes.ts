import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import { crashNode, recoverNode } from '../crash-node';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { badRequest, ok } from './replies';

const managementSchema = z.strictObject({
  isAway: z.boolean().default(false),
  delayMs: z.int().min(0).max(600_000).default(0),
});

/** This node crashes and boots; the Management Node, which is one for all nodes, is away or slow. */
export function outageRoutes(deployment: Deployment, { ip }: ConferencingNode): Route[] {
  const state = () => ok({ node: ip, isDown: deployment.isDown(ip), management: deployment.managementFaults });
  return [
    {
      method: 'POST',
      pattern: '/simulator/v1/crash',
      handle: () => {
        crashNode(deployment, ip);
        return state();
      },
    },
    {
      method: 'POST',
      pattern: '/simulator/v1/recover',
      handle: () => {
        recoverNode(deployment, ip);
        return state();
      },
    },
    {
      method: 'PUT',
      pattern: '/simulator/v1/management',
      handle: ({ body }) => {
        const parsed = managementSchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        deployment.managementFaults = parsed.data;
        return state();
      },
    },
  ];
}
