import type { ConferencingNode } from '../conferencing-node';

/** As policy names them. `api` is a browser's control leg, `webrtc` its media. */
export const dialProtocols = ['sip', 'h323', 'rtmp', 'mssip', 'teams'] as const;
export type DialProtocol = (typeof dialProtocols)[number];

export const dialDirections = ['dial_in', 'dial_out', 'non_dial'] as const;
export type DialDirection = (typeof dialDirections)[number];

/** What a browser never sends and so shares with every other browser: parameters of policy-api.md §3 by our names. */
export interface CallDetails {
  isRegistered: boolean;
  encryption: 'On' | 'Off' | 'Unknown';
  /** As the caller asked for; 0 is unset. */
  bandwidth: number;
  hasAuthenticatedDisplayName: boolean;
  idpUuid: string;
  idpAttributes: Readonly<Record<string, readonly string[]>>;
  teamsTenantId: string;
  thirdPartyPasscode: string;
  /** Null is not sent at all. */
  telehealthRequestId: string | null;
  displayCount: number | null;
  /** Values of the SIP headers that policy is told of, by header name. */
  sipHeaders: Readonly<Record<string, readonly string[]>>;
  previousServiceName: string;
}

export const plainDetails: CallDetails = {
  isRegistered: false,
  encryption: 'On',
  bandwidth: 0,
  hasAuthenticatedDisplayName: false,
  idpUuid: '',
  idpAttributes: {},
  teamsTenantId: '',
  thirdPartyPasscode: '',
  telehealthRequestId: null,
  displayCount: null,
  sipHeaders: {},
  previousServiceName: '',
};

/** Who calls, and how: the same for every question of one call. */
export interface Caller {
  node: ConferencingNode;
  protocol: 'api' | 'webrtc' | DialProtocol;
  trigger: string;
  direction: DialDirection;
  /** What was dialled; for a call that the deployment makes, its own side. */
  localAlias: string;
  remoteAlias: string;
  displayName: string;
  callTag: string;
  remoteAddress: string;
  remotePort: number;
  vendor: string;
  supportsDirectMedia: boolean;
  details: CallDetails;
}

/** One who does not call from a browser. */
export interface DialledCaller extends Caller {
  protocol: DialProtocol;
}
