import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { badRequest, conflict, notThere, ok } from './replies';

const bodySchema = z.strictObject({
  isCut: z.boolean(),
  /** What becomes of requests meanwhile. */
  requests: z.enum(['reset', 'hang']).default('reset'),
});

/** The network between clients and this node, or between one participant and all nodes, goes and comes back. */
export function networkRoutes(deployment: Deployment, { ip }: ConferencingNode): Route[] {
  const { network } = deployment;
  const ofParticipant = '/simulator/v1/participants/:id/network';
  const ofNode = '/simulator/v1/network';
  // Whose token has run out meanwhile is no longer in a conference, but still without network.
  const uuidOf = (id: string) => deployment.person(id)?.participant.uuid ?? id;
  const state = (isCut: boolean) => {
    deployment.followNetwork();
    return ok({ isCut });
  };
  return [
    {
      method: 'PUT',
      pattern: ofParticipant,
      handle: ({ body }, { id = '' }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        const { isCut, requests } = parsed.data;
        const participant = deployment.person(id)?.participant;
        if (!participant && !network.isParticipantCut(id)) return notThere('No such participant');
        if (participant?.dialled) return conflict('Only a browser has a network here');
        if (participant && isCut) network.cutParticipant(participant, requests);
        else if (!isCut) network.restore(uuidOf(id));
        return state(isCut);
      },
    },
    {
      method: 'DELETE',
      pattern: ofParticipant,
      handle: (_request, { id = '' }) => (network.restore(uuidOf(id)) ? state(false) : notThere('Nothing is cut')),
    },
    {
      method: 'PUT',
      pattern: ofNode,
      handle: ({ body }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        if (parsed.data.isCut) network.cutNode(ip, parsed.data.requests);
        else network.restore(ip);
        return state(parsed.data.isCut);
      },
    },
    {
      method: 'DELETE',
      pattern: ofNode,
      handle: () => (network.restore(ip) ? state(false) : notThere('Nothing is cut')),
    },
  ];
}
