import type { DeviceBasis } from './device';

/** Of what is shown of a device, what somebody can change. */
export function basisOf({ alias, name, kind, branch, username, isListed, finds, agentId }: DeviceBasis): DeviceBasis {
  return { alias, name, kind, branch, username, isListed, finds, agentId };
}

/** Infinity drops an answer in which any text is longer (policy-api.md §1, D). */
export const LONGEST_DESCRIPTION = 250;

/** How a device is described in other devices' directories. A branch that has no room is left out. */
export function directoryDescription({ name, branch }: { name: string; branch: string }): string {
  const withBranch = branch === '' ? name : `${name} (${branch})`;
  return withBranch.length <= LONGEST_DESCRIPTION ? withBranch : name;
}
