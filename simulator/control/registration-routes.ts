import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { Handler, Route } from '../http/router';
import { searchDirectory } from '../policy/directory-policy';
import type { PolicyRecord } from '../policy/policy-record';
import { decideRegistration, registrationProtocols } from '../policy/registration-policy';
import { badRequest, conflict, created, notThere, ok } from './replies';

const alias = z.string().min(1).max(1000);
const text = z.string().max(250);

const deviceSchema = z.strictObject({
  alias,
  username: text.default(''),
  password: text.default(''),
  protocol: z.enum(registrationProtocols).default('sip'),
  authType: z.enum(['credentials', 'sso']).default('credentials'),
  vendor: text.default('Simulated device'),
  remoteAddress: text.optional(),
});

const searchSchema = z.object({ alias, q: z.string().max(1000).default('') });

function register(deployment: Deployment, node: ConferencingNode): Handler {
  return async (request) => {
    const parsed = deviceSchema.safeParse(request.body);
    if (!parsed.success) return badRequest(parsed.error);
    const { vendor, ...presented } = parsed.data;
    const device = { ...presented, remoteAddress: presented.remoteAddress ?? request.remoteAddress };
    const records: PolicyRecord[] = [];
    const surroundings = { ...deployment.policy, onAsked: (record: PolicyRecord) => records.push(record) };
    const decided = await decideRegistration(surroundings, node, device);
    if (!decided.isRegistered) {
      // A device that is refused when it registers again is no longer there.
      deployment.registrations.remove(device.alias);
      return created({ alias: device.alias, outcome: 'refused', reason: decided.reason, policy: records });
    }
    const registration = deployment.registrations.put(device, vendor, node, Date.now());
    return created({
      alias: registration.alias,
      id: registration.id,
      outcome: 'registered',
      reason: null,
      policy: records,
    });
  };
}

function search(deployment: Deployment, node: ConferencingNode): Handler {
  return async ({ query }) => {
    const parsed = searchSchema.safeParse(Object.fromEntries(query));
    if (!parsed.success) return badRequest(parsed.error);
    const { alias: searching, q } = parsed.data;
    if (!deployment.registrations.find(searching)) return conflict('Only a registered device can search');
    const records: PolicyRecord[] = [];
    const surroundings = { ...deployment.policy, onAsked: (record: PolicyRecord) => records.push(record) };
    const local = deployment.registrations.matching(q, searching);
    const entries = await searchDirectory(surroundings, { node, alias: searching, typed: q }, local);
    return ok({ entries, policy: records });
  };
}

/** Devices that register, and what they find in the directory. */
export function registrationRoutes(deployment: Deployment, node: ConferencingNode): Route[] {
  return [
    { method: 'POST', pattern: '/simulator/v1/registrations', handle: register(deployment, node) },
    {
      method: 'DELETE',
      pattern: '/simulator/v1/registrations/:alias',
      handle: (_request, { alias: given = '' }) =>
        deployment.registrations.remove(given) ? { status: 204 } : notThere('No such registration'),
    },
    { method: 'GET', pattern: '/simulator/v1/directory', handle: search(deployment, node) },
  ];
}
