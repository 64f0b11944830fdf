import { z } from 'zod';
import { callIdsOf } from '../conference/conference-state';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { clientRoute, forSelf, forSelfOrHosts } from './client-request';
import { badBody, refusal, success } from './replies';

/** The keys of a telephone, and a comma for a pause. */
const bodySchema = z.looseObject({ digits: z.string().regex(/^[\d*#A-D,]{1,100}$/i) });

/** Keypads: in one's own call they are typed by oneself, at somebody else they are played to that one. */
export function dtmfRoutes(deployment: Deployment): Route[] {
  return [
    clientRoute(
      deployment,
      'POST',
      'participants/:uuid/calls/:call/dtmf',
      forSelf(({ conference, caller, body, params }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badBody('digits');
        if (!callIdsOf(caller).includes(params.call ?? '')) return refusal(403, 'Call disconnected');
        conference.digits.send(caller.uuid, parsed.data.digits);
        return success(true);
      }),
    ),
    clientRoute(
      deployment,
      'POST',
      'participants/:uuid/dtmf',
      forSelfOrHosts(({ conference, caller, body }, { uuid }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badBody('digits');
        if (uuid === caller.uuid) conference.digits.send(uuid, parsed.data.digits);
        else conference.digits.play(uuid, parsed.data.digits);
        return success(true);
      }),
    ),
  ];
}
