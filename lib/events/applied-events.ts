// The only events that change a row, by what they change. All others are stored and nothing more.

/**
 * What the reconciler found, stored as an event of the node it is about, so that the rows stay a function of the set of
 * events: the Management Node lists a leg, lists it no more, or lists a conference on a node no more. Nobody else is believed
 * them (read-delivery.ts).
 */
export const PARTICIPANT_SEEN = 'mayfly_participant_seen';
export const PARTICIPANT_GONE = 'mayfly_participant_gone';
export const CONFERENCE_GONE = 'mayfly_conference_gone';
export const OBSERVATIONS: ReadonlySet<string> = new Set([PARTICIPANT_SEEN, PARTICIPANT_GONE, CONFERENCE_GONE]);

/** What a leg's row is made from (event-sink.md §3). */
export const LEG_EVENTS: ReadonlySet<string> = new Set([
  'participant_connected',
  'participant_updated',
  'participant_disconnected',
  PARTICIPANT_SEEN,
  PARTICIPANT_GONE,
]);

/** What a node's share of a conference is made from (event-sink.md §3). */
export const CONFERENCE_EVENTS: ReadonlySet<string> = new Set([
  'conference_started',
  'conference_updated',
  'conference_ended',
  CONFERENCE_GONE,
]);

/** What tells how well a leg's media went (event-sink.md §3). Apart from the leg, since windows come every few seconds. */
export const MEDIA_EVENTS: ReadonlySet<string> = new Set([
  'participant_media_stream_window',
  'participant_media_streams_destroyed',
]);
