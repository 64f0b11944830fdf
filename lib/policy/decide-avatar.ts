import { isBrowser, type PolicyTicket } from './decide-participant';
import type { Caller } from './policy-question';

/** Whose picture is shown; null: nobody's, the node draws its placeholder. */
export type AvatarSubject = { kind: 'agent'; agentId: string } | { kind: 'alias' | 'device'; alias: string } | null;

/**
 * Whose picture a question may be answered with. In a browser anyone can type an agent's name or address, so an agent is
 * believed by the ticket, and only the caller who used it: the tag is in everybody's roster. Whoever is registered with
 * Infinity is believed by the alias, for the node says so, also of an app that calls as browsers do. A directory entry
 * carries no call and is ours by its alias; an alias that is not registered is worth a device's picture, never a person's.
 */
export function decideAvatar(
  alias: string,
  caller: Pick<Caller, 'protocol' | 'isRegistered'>,
  ticket: PolicyTicket | null,
  fingerprint: string,
): AvatarSubject {
  if (isBrowser(caller.protocol)) {
    if (ticket?.agentId && ticket.usedBy === fingerprint) return { kind: 'agent', agentId: ticket.agentId };
    if (!caller.isRegistered) return null;
  }
  const isKnownToInfinity = caller.protocol === '' || caller.isRegistered;
  return { kind: isKnownToInfinity ? 'alias' : 'device', alias };
}
