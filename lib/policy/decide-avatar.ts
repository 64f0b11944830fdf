import { isBrowser, type PolicyTicket } from './decide-participant';
import type { Caller } from './policy-question';

/** Whose picture is shown; null: nobody's, the node draws its placeholder. */
export type AvatarSubject = { kind: 'agent'; agentId: string } | { kind: 'alias' | 'device'; alias: string } | null;

/**
 * Whose picture a question may be answered with. In a browser anyone can type an agent's name or address, so an agent is
 * believed by the ticket alone, and only the caller who used it: the tag is in everybody's roster. A directory entry
 * carries no call and is ours by its alias; an alias that is not registered with Infinity is worth a device's picture, never
 * a person's.
 */
export function decideAvatar(
  alias: string,
  caller: Pick<Caller, 'protocol' | 'isRegistered'>,
  ticket: PolicyTicket | null,
  fingerprint: string,
): AvatarSubject {
  if (isBrowser(caller.protocol)) {
    return ticket?.agentId && ticket.usedBy === fingerprint ? { kind: 'agent', agentId: ticket.agentId } : null;
  }
  const isKnownToInfinity = caller.protocol === '' || caller.isRegistered;
  return { kind: isKnownToInfinity ? 'alias' : 'device', alias };
}
