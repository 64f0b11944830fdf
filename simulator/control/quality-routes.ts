import { z } from 'zod';
import { legsOf } from '../conference/legs';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { callQualities, type Quality } from '../quality/call-quality';
import { badRequest, conflict, notThere, ok } from './replies';

const qualities: readonly Quality[] = [0, 1, 2, 3, 4];
/** A number from 0 (unknown) to 4 (terrible), or null for what the figures say. */
const bodySchema = z.strictObject({ quality: z.literal(qualities).nullable() });

/** How good somebody's call is, whatever its figures. */
export function qualityRoutes(deployment: Deployment): Route[] {
  return [
    {
      method: 'PUT',
      pattern: '/simulator/v1/participants/:id/quality',
      handle: ({ body }, { id = '' }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        const person = deployment.person(id);
        if (!person) return notThere('No such participant');
        const { conference, participant } = person;
        const leg = legsOf(conference.state, participant).find(({ hasMedia }) => hasMedia);
        if (!leg) return conflict('The participant has no media');
        const { quality } = parsed.data;
        const now = Date.now();
        deployment.qualities.give(leg.uuid, quality, now);
        deployment.sinks.publish(deployment.qualities.look(deployment.conferences, now));
        return ok({ id: leg.uuid, quality: callQualities[deployment.qualities.of(leg.uuid)] });
      },
    },
  ];
}
