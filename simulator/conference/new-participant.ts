import type { Caller } from '../policy/caller';
import type { Overrides } from '../policy/participant-policy';
import type { DialledLeg, Participant, Role } from './conference-state';

interface Arrival {
  uuid: string;
  caller: Caller;
  /** By PIN, or by who dialled; policy's overrides win. */
  role: Role;
  overrides: Overrides;
  dialled: DialledLeg | null;
  supportsDirectChat: boolean;
}

/** A device that gives no name goes by its alias; a browser always may have left its name out. */
function nameOf({ remoteAlias }: Caller, dialled: DialledLeg | null): string {
  return dialled ? remoteAlias.replace(/^(sips?|h323):/i, '') : '';
}

/** Someone who joins now, as called and as policy would have it. `now` is Unix milliseconds. */
export function newParticipant(arrival: Arrival, now: number): Participant {
  const { uuid, caller, role, overrides, dialled, supportsDirectChat } = arrival;
  const displayName = overrides.displayName ?? (caller.displayName || nameOf(caller, dialled));
  return {
    uuid,
    displayName,
    overlayText: displayName,
    remoteAlias: overrides.remoteAlias ?? caller.remoteAlias,
    localAlias: caller.localAlias,
    callTag: overrides.callTag ?? caller.callTag,
    role: overrides.role ?? role,
    nodeIp: caller.node.ip,
    location: caller.node.location,
    breakout: null,
    remoteAddress: caller.remoteAddress,
    remotePort: caller.remotePort,
    vendor: caller.vendor,
    joinedAt: now,
    isAdmitted: false,
    waitingSince: now,
    bypassesLock: overrides.bypassesLock ?? false,
    isMuted: false,
    isClientMuted: false,
    isVideoMuted: false,
    buzzedAt: 0,
    spotlightAt: 0,
    receivesPresentation: overrides.receivesPresentation ?? true,
    supportsDirectChat,
    showsCaptions: false,
    dialled,
    call: null,
    slidesCalls: { send: null, receive: null },
  };
}
