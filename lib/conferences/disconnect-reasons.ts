/** Infinity's own texts (event-sink.md §4). What else a disconnect is explained with, the caller's endpoint has written. */
const REASONS = [
  'Call disconnected',
  'Timer expired awaiting token refresh',
  'Conference host ended the conference with a DTMF command',
  'Conference terminated by a Host participant',
  'Conference terminated by an administrator',
  'Disconnected by an administrator',
  'Disconnected by another participant',
  'Conference terminated by another participant',
  'Timeout waiting for conference host to join or permit access to locked conference',
];

/** Matches those texts, with or without their number. Spelled so that Postgres reads it as JavaScript does; in any case. */
export const INFINITYS_REASON = `^(${REASONS.join('|')})( \\(#pex[0-9]+\\))?$`;

const PATTERN = new RegExp(INFINITYS_REASON, 'i');

/** Whether a disconnect reason is one of Infinity's own, which name nobody. */
export function isInfinitysReason(reason: string): boolean {
  return PATTERN.test(reason);
}
