import { mainNameOf } from '@/lib/conferences/room-name';
import { roleOf } from '@/lib/conferences/role';
import { isOutside } from '@/lib/conferences/stage';
import type { ListedParticipant } from '@/lib/management/participants';
import type { KnownLeg } from './known';
import { isHeardBefore, isLongUnheard } from './moments';

type Field = keyof ListedParticipant;

/**
 * Which fields of a listed leg our row lacks, or has otherwise. What a row has was reported by the leg's node, which knows it
 * first, so it counts only when the node has been silent about the leg for a moment: then its last report was lost. Told
 * these, the row agrees: what would differ for ever is none of them.
 */
export function untoldFields(known: KnownLeg, listed: ListedParticipant, askedAt: Date): Field[] {
  const lacking: Field[] = [
    ...(known.displayName === null && listed.display_name !== undefined ? (['display_name'] as const) : []),
    ...(known.stage === null && listed.service_type !== undefined ? (['service_type', 'has_media'] as const) : []),
  ];
  if (!isHeardBefore(known.heardAt ?? known.connectedAt, askedAt)) return lacking;
  const changed: Field[] = [
    ...(isElsewhere(known, listed, askedAt) ? (['conference'] as const) : []),
    ...(isAtAnotherStage(known, listed) ? (['service_type'] as const) : []),
    ...(hasAnotherRole(known, listed) ? (['role'] as const) : []),
    ...(isMutedOtherwise(known, listed) ? (['is_muted', 'is_client_muted'] as const) : []),
    ...(listed.has_media === true && !known.hasMedia ? (['has_media'] as const) : []),
  ];
  return [...new Set([...lacking, ...changed])];
}

/**
 * In another meeting than we know; breakout rooms are the same one. That somebody was there is a part of its history, which
 * no later look takes back, so a list that lags behind is given more time.
 */
function isElsewhere(known: KnownLeg, { conference }: ListedParticipant, askedAt: Date): boolean {
  if (conference === undefined || mainNameOf(conference) === known.mainName) return false;
  return isLongUnheard(known.heardAt ?? known.connectedAt, askedAt);
}

/** In, or still outside: by which word matters to nobody, and may differ between the two sources. */
function isAtAnotherStage({ stage }: KnownLeg, { service_type: listed }: ListedParticipant): boolean {
  if (stage === null || listed === undefined) return false;
  return isOutside(stage) !== isOutside(listed.toLowerCase());
}

function hasAnotherRole({ role }: KnownLeg, listed: ListedParticipant): boolean {
  const listedRole = roleOf(listed.role);
  return listedRole !== undefined && listedRole !== role;
}

/** Muted by a host or by themselves is one to us: that they can be heard is known only when both are said not to be so. */
function isMutedOtherwise({ isMuted }: KnownLeg, { is_muted, is_client_muted }: ListedParticipant): boolean {
  return isMuted ? is_muted === false && is_client_muted === false : is_muted === true || is_client_muted === true;
}
