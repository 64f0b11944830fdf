// The only events that change a row. All others are stored and nothing more: a leg's media windows alone come every few
// seconds, and reading a leg anew and waking every desk for each of them would be work for nothing.

/** What a leg's row is made from (event-sink.md §3). */
export const LEG_EVENTS: ReadonlySet<string> = new Set([
  'participant_connected',
  'participant_updated',
  'participant_disconnected',
]);

/** What a node's share of a conference is made from (event-sink.md §3). */
export const CONFERENCE_EVENTS: ReadonlySet<string> = new Set([
  'conference_started',
  'conference_updated',
  'conference_ended',
]);
