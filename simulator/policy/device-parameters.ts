import type { ConferencingNode } from '../conferencing-node';
import { infinityVersion } from '../infinity-version';
import type { PolicyParameters } from './ask-policy';

// Infinity writes booleans as Python does, and null as an empty string (policy-api.md §3).
export const python = (value: boolean) => (value ? 'True' : 'False');

/** What every request says of the node that asks. */
export const nodeParameters = (node: ConferencingNode) => ({
  version_id: infinityVersion.versionId,
  pseudo_version_id: infinityVersion.pseudoVersion,
  location: node.location,
  node_ip: node.ip,
});

/** Pixels. */
export interface AvatarSize {
  width: number;
  height: number;
}

export const sizeParameters = ({ width, height }: AvatarSize) => ({ width: String(width), height: String(height) });

/** For an entry of a registered device's directory: these seven and no more (policy-api.md §3). */
export function directoryAvatarParameters(node: ConferencingNode, size: AvatarSize): PolicyParameters {
  return { ...nodeParameters(node), ...sizeParameters(size), registered: python(true) };
}

export function registrationParameters(
  node: ConferencingNode,
  device: { protocol: string; authType: string; remoteAddress: string },
): PolicyParameters {
  const { protocol, authType, remoteAddress } = device;
  return { ...nodeParameters(node), protocol, auth_type: authType, remote_address: remoteAddress };
}

export function directoryParameters(
  node: ConferencingNode,
  search: { typed: string; limit: number; alias: string },
): PolicyParameters {
  const { typed, limit, alias } = search;
  return { ...nodeParameters(node), q: typed, limit: String(limit), registration_alias: alias, call_tag: '' };
}
