import { json, send } from '@/components/ui/send';
import { CreatedInvitation, InvitationList, ListedInvitation } from '@/lib/invitations/schemas';

// Only hosts may: by the host key, or at the desk by the session's cookie.

const TIMEOUT_MS = 15_000;

const address = (alias: string, id = '') => `/api/meetings/${encodeURIComponent(alias)}/invitations${id && `/${id}`}`;

const asHost = (hostKey: string | null, init: RequestInit = {}) => ({
  ...init,
  headers: { ...init.headers, ...(hostKey ? { authorization: `Bearer ${hostKey}` } : {}) },
  cache: 'no-store' as const,
  timeoutMs: TIMEOUT_MS,
});

export function readLinks(alias: string, hostKey: string | null) {
  return send(address(alias), InvitationList, asHost(hostKey));
}

export function makeLink(alias: string, hostKey: string | null, displayName: string) {
  return send(address(alias), CreatedInvitation, asHost(hostKey, json('POST', { displayName })));
}

/** For good. Outlives the page, which may be about to go. */
export function withdrawLink(alias: string, hostKey: string | null, id: string) {
  return send(address(alias, id), ListedInvitation, asHost(hostKey, { method: 'DELETE', keepalive: true }));
}
