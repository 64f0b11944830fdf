import type { Log } from '../log';
import { askPolicy, type PolicyProfile } from './ask-policy';
import type { OwnDatabase } from './own-database';
import { serviceParameters, type Caller } from './policy-parameters';
import { serviceConfigurationSchema, type ServiceConfiguration } from './service-schema';

export interface PolicySurroundings {
  profile: PolicyProfile;
  database: OwnDatabase;
  log: Log;
}

const isEmpty = (result: unknown) =>
  result === undefined || result === null || (typeof result === 'object' && Object.keys(result).length === 0);

/** The first invalid field as a node's support log names it. */
export function invalidField(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return `Field=${issue?.path.map(String).join('.') || 'result'} (${issue?.message ?? 'invalid'})`;
}

/**
 * What an alias is: policy's answer, else the own database's entry, else null, which callers are told as "not found". A
 * valid result is used whatever `action` says; `reject` counts only without one (policy-api.md §1).
 */
export async function lookUpService(
  { profile, database, log }: PolicySurroundings,
  caller: Caller,
  trigger: 'web' | 'two_stage_dialing' = 'web',
): Promise<ServiceConfiguration | null> {
  const own = database.services.get(caller.localAlias.toLowerCase()) ?? null;
  const answer = await askPolicy(profile, 'service/configuration', serviceParameters(caller, trigger));
  if (answer.type === 'none') {
    log(`policy ${caller.node.ip} service configuration: ${answer.why}, own database used`);
    return own;
  }
  if (isEmpty(answer.result)) return answer.action === 'reject' ? null : own;
  const service = serviceConfigurationSchema(database.names).safeParse(answer.result);
  if (service.success) return service.data;
  if (answer.action === 'reject') return null;
  log(`policy ${caller.node.ip}: Invalid value for configuration item ${invalidField(service.error.issues)}`);
  return own;
}
