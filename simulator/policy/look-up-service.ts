import type { GoodAnswer } from './ask-policy';
import type { Caller } from './caller';
import { consult, type PolicySurroundings } from './consult';
import { invalidField } from './invalid-field';
import type { ObjectNames } from './object-names';
import { ownService } from './own-database';
import { serviceParameters, type ServiceNames } from './policy-parameters';
import type { Reading } from './policy-record';
import { redirectionSchema, serviceConfigurationSchema, type ServiceConfiguration } from './service-schema';

const isEmpty = (result: unknown) =>
  result === undefined || result === null || (typeof result === 'object' && Object.keys(result).length === 0);

/**
 * Reads the answer about a service. A valid result is used whatever `action` says; `reject` and, for SIP alone,
 * `redirect` count only without one (policy-api.md §1).
 */
export function readServiceAnswer(
  { action, result }: GoodAnswer,
  names: ObjectNames,
  protocol: Caller['protocol'],
): Reading<ServiceConfiguration> {
  const service = isEmpty(result) ? null : serviceConfigurationSchema(names).safeParse(result);
  if (service?.success) return { verdict: 'used', value: service.data };
  if (action === 'reject') return { verdict: 'rejected', reason: null };
  if (action === 'redirect') {
    if (protocol !== 'sip') return { verdict: 'no-opinion' };
    const redirection = redirectionSchema.safeParse(result);
    if (redirection.success) return { verdict: 'redirected', newAlias: redirection.data.new_alias };
    return { verdict: 'void', field: invalidField(redirection.error.issues) };
  }
  return service ? { verdict: 'void', field: invalidField(service.error.issues) } : { verdict: 'no-opinion' };
}

export type ServiceLookUp =
  { type: 'found'; service: ServiceConfiguration } | { type: 'redirected'; newAlias: string } | { type: 'not-found' };

/** What an alias is: policy's answer, else the own database's entry. `running` is the service a call is made from. */
export async function lookUpService(
  surroundings: PolicySurroundings,
  caller: Caller,
  running: ServiceNames | null = null,
): Promise<ServiceLookUp> {
  const { database } = surroundings;
  const query = {
    question: 'service configuration' as const,
    path: 'service/configuration',
    parameters: serviceParameters(caller, running),
    otherwise: 'own database used',
  };
  const reading = await consult(surroundings, query, (answer) =>
    readServiceAnswer(answer, database.names, caller.protocol),
  );
  if (reading.verdict === 'used') return { type: 'found', service: reading.value };
  if (reading.verdict === 'redirected') return { type: 'redirected', newAlias: reading.newAlias };
  if (reading.verdict === 'rejected') return { type: 'not-found' };
  const own = ownService(database, caller.localAlias, caller.node.ip);
  return own ? { type: 'found', service: own } : { type: 'not-found' };
}
