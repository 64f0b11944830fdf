import type { ConferenceService } from '../conference/conference-service';
import { decidePin } from '../conference/pin';
import type { Deployment } from '../deployment';
import { lookUpService } from '../policy/look-up-service';
import { askParticipantProperties } from '../policy/participant-policy';
import { participantParameters } from '../policy/policy-parameters';
import { admitCall } from './admit-call';
import { pinAttempts, pinPromptMs, type DialledCall } from './dialled-call';
import { findService, notFound } from './find-service';
import { policyOf } from './policy-of';

interface Typed {
  pin?: string | undefined;
  extension?: string | undefined;
}

/**
 * A call comes in: service, participant, PIN, media, in the order of SIP and H.323, which differs from a browser's in
 * that the participant is asked about before the PIN, when there is no role yet (policy-api.md §2).
 */
export async function dialIn(deployment: Deployment, call: DialledCall, typed: Typed): Promise<void> {
  const refuse = (reason: string) => deployment.calls.finish(call, 'refused', reason);
  const policy = policyOf(deployment, call);
  const found = await findService(policy, call.caller, typed.extension);
  call.caller = found.caller;
  if ('refusal' in found) return refuse(found.refusal);
  const { caller, service } = found;
  if (deployment.isFull(service)) return refuse('Participant limit reached');

  // Where there is no PIN, everyone is a host and it is known from the start.
  const knownRole = service.pin === null ? ('chair' as const) : null;
  const joining = { service, participantUuid: call.id, role: knownRole, bypassesLock: false };
  const properties = await askParticipantProperties(policy, participantParameters(caller, joining, 'standard'));
  if (properties.type === 'rejected') return refuse(properties.reason);
  if (deployment.calls.isOver(call)) return;

  const { overrides } = properties;
  // A role that policy sets skips the prompt.
  const role = overrides.role ?? knownRole;
  if (role) return admitCall(deployment, call, { service, role, overrides });
  const until = Date.now() + pinPromptMs;
  call.stage = { type: 'awaiting-pin', service, overrides, attemptsLeft: pinAttempts, until };
  if (typed.pin !== undefined) await enterPin(deployment, call, typed.pin);
}

/** What a keypad sends when its owner goes on without a PIN. */
const withoutPin = (typed: string) => typed === '' || typed === '#';

function roleFor(service: ConferenceService, typed: string) {
  const outcome = decidePin(service, withoutPin(typed) ? 'none' : typed);
  return outcome.type === 'role' ? outcome.role : null;
}

/** Types a PIN at the prompt. The third wrong one ends the call. False when the call is not at its prompt. */
export async function enterPin(deployment: Deployment, call: DialledCall, typed: string): Promise<boolean> {
  const { stage } = call;
  if (stage.type !== 'awaiting-pin') return false;
  const { service, overrides } = stage;
  const role = roleFor(service, typed);
  if (role) {
    await admitCall(deployment, call, { service, role, overrides });
    return true;
  }
  const attemptsLeft = stage.attemptsLeft - 1;
  call.stage = { ...stage, attemptsLeft };
  if (attemptsLeft === 0) deployment.calls.finish(call, 'ended', 'Invalid PIN');
  return true;
}

/** SIP OPTIONS and SUBSCRIBE and H.323 LRQ: whether an alias leads anywhere, and no call. */
export async function probe(deployment: Deployment, call: DialledCall): Promise<void> {
  const found = await lookUpService(policyOf(deployment, call), call.caller);
  if (found.type === 'not-found') return deployment.calls.finish(call, 'refused', notFound);
  deployment.calls.finish(call, 'answered', found.type === 'found' ? found.service.name : found.newAlias);
}
