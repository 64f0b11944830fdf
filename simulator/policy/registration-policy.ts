import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import { pathSegment, type GoodAnswer } from './ask-policy';
import { consult, type PolicySurroundings } from './consult';
import { registrationParameters } from './device-parameters';
import { invalidField } from './invalid-field';
import type { Reading } from './policy-record';

export const registrationProtocols = ['sip', 'h323', 'webrtc'] as const;

/** A device that wants to register, with what it presents. */
export interface Registering {
  alias: string;
  username: string;
  password: string;
  protocol: (typeof registrationProtocols)[number];
  authType: 'credentials' | 'sso';
  remoteAddress: string;
}

const text = z.string().max(250);
const credentialsSchema = z.looseObject({ username: text, password: text });

interface Wanted {
  username: string;
  password: string;
}

/** Reads the answer about a registration. `result` has to be there, also as `{}` beside a rejection (policy-api.md §1). */
export function readRegistrationAnswer({ action, result }: GoodAnswer): Reading<Wanted> {
  const present = z.looseObject({}).safeParse(result);
  if (!present.success) return { verdict: 'void', field: invalidField(present.error.issues) };
  if (action === 'reject') return { verdict: 'rejected', reason: null };
  if (Object.keys(present.data).length === 0) return { verdict: 'no-opinion' };
  const wanted = credentialsSchema.safeParse(result);
  if (wanted.success) return { verdict: 'used', value: wanted.data };
  return { verdict: 'void', field: invalidField(wanted.error.issues) };
}

export type RegistrationOutcome = { isRegistered: true } | { isRegistered: false; reason: string };

/** Whether what a device presents is what is wanted of it; both empty is no authentication (policy-api.md §8). */
export function compareCredentials(wanted: Wanted, presented: Registering): RegistrationOutcome {
  if (wanted.username === '' && wanted.password === '') return { isRegistered: true };
  const isSame = wanted.username === presented.username && wanted.password === presented.password;
  return isSame ? { isRegistered: true } : { isRegistered: false, reason: 'Authentication failed' };
}

/** Whether the device may register: by policy's word, else by the own list, in which it has to be. */
export async function decideRegistration(
  surroundings: PolicySurroundings,
  node: ConferencingNode,
  device: Registering,
): Promise<RegistrationOutcome> {
  const query = {
    question: 'registration' as const,
    path: `registrations/${pathSegment(device.alias)}`,
    parameters: registrationParameters(node, device),
    otherwise: 'own list used',
  };
  let isLeftToSignOn = false;
  const reading = await consult(surroundings, query, (answer) => {
    // `{}` without "continue" is how policy agrees to single sign-on, which a node would now begin.
    isLeftToSignOn = device.authType === 'sso' && answer.action !== 'continue';
    return readRegistrationAnswer(answer);
  });
  if (reading.verdict === 'rejected') return { isRegistered: false, reason: 'Registration rejected' };
  if (reading.verdict === 'used') return compareCredentials(reading.value, device);
  if (reading.verdict === 'no-opinion' && isLeftToSignOn) return { isRegistered: true };
  const own = surroundings.database.devices.get(device.alias.toLowerCase());
  if (!own) return { isRegistered: false, reason: 'Unknown alias' };
  return device.authType === 'sso' ? { isRegistered: true } : compareCredentials(own, device);
}
