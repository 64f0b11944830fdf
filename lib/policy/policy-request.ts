// What a node asks, read loosely: no parameter is guaranteed, and keys come and go between versions (policy-api.md §3).

/** Longer than any value of Infinity's own; what is beyond is somebody's experiment. */
const LONGEST_VALUE = 2_000;

export interface ServiceRequest {
  /** What was dialled, as dialled. */
  localAlias: string;
}

export interface ParticipantRequest {
  /** Our ticket, when the caller came through one of our pages; anybody's text otherwise. */
  callTag: string;
  /** The service tag that our own service configuration gave: the meeting's id. */
  serviceTag: string;
  remoteAlias: string;
  remoteAddress: string;
  vendor: string;
}

export function readServiceRequest(query: URLSearchParams): ServiceRequest {
  return { localAlias: value(query, 'local_alias') };
}

export function readParticipantRequest(query: URLSearchParams): ParticipantRequest {
  return {
    callTag: value(query, 'call_tag'),
    serviceTag: value(query, 'service_tag'),
    remoteAlias: value(query, 'remote_alias'),
    remoteAddress: value(query, 'remote_address'),
    vendor: value(query, 'vendor'),
  };
}

/** The first value of a key, without what Postgres cannot store. */
function value(query: URLSearchParams, key: string): string {
  return (query.get(key) ?? '').slice(0, LONGEST_VALUE).replaceAll('\0', '');
}
