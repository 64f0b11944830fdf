import { z } from 'zod';
import { rosterAvatar } from '../avatars/roster-avatar';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { HttpReply } from '../http/http-exchange';
import type { Route } from '../http/router';
import { askAvatar } from '../policy/avatar-policy';
import type { PolicySurroundings } from '../policy/consult';
import { directoryAvatarParameters, type AvatarSize } from '../policy/device-parameters';
import type { PolicyRecord } from '../policy/policy-record';
import { badRequest, conflict, notThere, ok } from './replies';

const pixels = z.coerce.number().int().min(1).max(10_000).default(100);
const size = { width: pixels, height: pixels };

/** Of a directory entry, as the device that searched draws it, or of somebody in a conference. */
const querySchema = z.union([
  z.strictObject({ alias: z.string().min(1).max(1000), registration_alias: z.string().min(1).max(1000), ...size }),
  z.strictObject({ participant: z.string().min(1).max(250), ...size }),
]);

function described(image: Buffer | null, { width, height }: AvatarSize, policy: PolicyRecord[]): HttpReply {
  return ok({ isPlaceholder: image === null, width, height, image: image?.toString('base64') ?? null, policy });
}

/** What a node would draw beside an entry of a roster or a directory, and why. */
export function avatarRoutes(deployment: Deployment, node: ConferencingNode): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/simulator/v1/avatar',
      handle: async ({ query }) => {
        const parsed = querySchema.safeParse(Object.fromEntries(query));
        if (!parsed.success) return badRequest(parsed.error);
        const records: PolicyRecord[] = [];
        const surroundings: PolicySurroundings = {
          ...deployment.policy,
          onAsked: (record) => records.push(record),
        };
        const wanted = parsed.data;
        if ('participant' in wanted) {
          const person = deployment.person(wanted.participant);
          if (!person) return notThere('No such participant');
          const { conference, participant } = person;
          return described(
            await rosterAvatar(deployment, conference, participant, wanted, surroundings),
            wanted,
            records,
          );
        }
        if (!deployment.registrations.find(wanted.registration_alias)) {
          return conflict('Only a registered device has a directory');
        }
        const parameters = directoryAvatarParameters(node, wanted);
        return described(await askAvatar(surroundings, wanted.alias, parameters, wanted), wanted, records);
      },
    },
  ];
}
