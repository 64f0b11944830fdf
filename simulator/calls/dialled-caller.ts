import type { ConferencingNode } from '../conferencing-node';
import type { DialDirection, DialledCaller, DialProtocol } from '../policy/caller';
import type { DialBody } from './dial-body';

const isSip = (protocol: DialProtocol) => protocol === 'sip' || protocol === 'mssip';
const hasScheme = (alias: string) => /^(sips?|h323|tel):/i.test(alias);

/** SIP aliases are URIs; who dials a bare name dials it at the node (policy-api.md §3). Others arrive as they are typed. */
export function dialledAlias(protocol: DialProtocol, alias: string, nodeIp: string): string {
  if (!isSip(protocol) || hasScheme(alias)) return alias;
  return `sip:${alias.includes('@') ? alias : `${alias}@${nodeIp}`}`;
}

function otherSide(protocol: DialProtocol, alias: string): string {
  return isSip(protocol) && alias !== '' && !hasScheme(alias) ? `sip:${alias}` : alias;
}

/** What usually makes a node ask, by protocol and direction (policy-api.md §3). */
export function usualTrigger(protocol: DialProtocol, direction: DialDirection, isRegistered: boolean): string {
  if (direction === 'dial_out') return 'unspecified';
  if (direction === 'non_dial') return protocol === 'h323' ? 'lrq' : 'options';
  if (protocol === 'h323') return isRegistered ? 'arq' : 'setup';
  if (isSip(protocol)) return 'invite';
  return protocol === 'teams' ? 'teams' : 'unspecified';
}

interface Surroundings {
  node: ConferencingNode;
  /** Whether the other side is registered in the deployment. */
  isRegistered: boolean;
  /** Where the request came from, for a body that does not say where the device is. */
  address: string;
  port: number;
}

/** A dial request as the node that gets the call sees its caller. */
export function toCaller(body: DialBody, { node, isRegistered, address, port }: Surroundings): DialledCaller {
  const { protocol, direction } = body;
  const registered = body.registered ?? isRegistered;
  return {
    node,
    protocol,
    direction,
    trigger: body.trigger ?? usualTrigger(protocol, direction, registered),
    // A call that goes out names its own side as it is configured, without a scheme.
    localAlias: direction === 'dial_out' ? body.alias : dialledAlias(protocol, body.alias, node.ip),
    remoteAlias: otherSide(protocol, body.callerAlias),
    displayName: body.displayName,
    callTag: body.callTag,
    remoteAddress: body.remoteAddress ?? address,
    remotePort: body.remotePort ?? port,
    vendor: body.vendor,
    supportsDirectMedia: body.supportsDirectMedia,
    details: {
      isRegistered: registered,
      encryption: body.encryption,
      bandwidth: body.bandwidth,
      hasAuthenticatedDisplayName: body.hasAuthenticatedDisplayName,
      idpUuid: body.idpUuid,
      idpAttributes: body.idpAttributes,
      teamsTenantId: body.teamsTenantId,
      thirdPartyPasscode: body.thirdPartyPasscode,
      telehealthRequestId: body.telehealthRequestId,
      displayCount: body.displayCount,
      sipHeaders: body.sipHeaders,
      previousServiceName: body.previousServiceName,
    },
  };
}
