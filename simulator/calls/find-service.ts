import type { ConferenceService } from '../conference/conference-service';
import type { DialledCaller } from '../policy/caller';
import type { PolicySurroundings } from '../policy/consult';
import { lookUpService, type ServiceLookUp } from '../policy/look-up-service';
import type { ServiceConfiguration } from '../policy/service-schema';
import { roomOf } from '../policy/to-conference-service';

export const notFound = 'Neither conference nor gateway found';
/** Gateways, films, test calls and breakouts lead to what this deployment does not have. */
export const unavailable = 'Resource unavailable';

export type FoundService =
  { caller: DialledCaller; service: ConferenceService } | { caller: DialledCaller; refusal: string };

/** Follows a single 302, as SIP devices do; `caller` then is the one who dials the new alias. */
async function dialAndFollow(policy: PolicySurroundings, caller: DialledCaller) {
  const first = await lookUpService(policy, caller);
  if (first.type !== 'redirected') return { caller, found: first };
  const redirected = { ...caller, localAlias: first.newAlias };
  return { caller: redirected, found: await lookUpService(policy, redirected) };
}

const refusalOf = (found: Exclude<ServiceLookUp, { type: 'found' }>) =>
  found.type === 'redirected' ? 'Redirected more than once' : notFound;

/** What a dialled alias leads to, through a redirection and a Virtual Reception if there are any. */
export async function findService(
  policy: PolicySurroundings,
  dialling: DialledCaller,
  extension: string | undefined,
): Promise<FoundService> {
  const { caller, found } = await dialAndFollow(policy, dialling);
  if (found.type !== 'found') return { caller, refusal: refusalOf(found) };
  if (found.service.service_type !== 'two_stage_dialing') return toFound(caller, found.service);

  if (extension === undefined) return { caller, refusal: 'No extension was dialled at the reception' };
  const onward = { ...caller, localAlias: extension, trigger: 'two_stage_dialing' };
  const second = await lookUpService(policy, onward);
  return second.type === 'found' ? toFound(onward, second.service) : { caller: onward, refusal: refusalOf(second) };
}

function toFound(caller: DialledCaller, described: ServiceConfiguration): FoundService {
  const service = roomOf(described);
  return service ? { caller, service } : { caller, refusal: unavailable };
}
