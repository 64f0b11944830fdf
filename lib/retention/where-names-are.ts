// Every place in which the name or the address of a person is kept, and what becomes of it. Whoever adds a column that
// names somebody adds it here, to the two stores beside this file, and to the test that looks through all columns.

/** Stands where a name stood, so that a row says that it was known once. Addresses are set null. */
export const ERASED = 'Erased';

// Erased by age and on request: participant.display_name and .address, participant_leg.display_name, .former_names, .address and .folding
// (without which a leg's row stays as it is, whatever is reported late), participant.left_reason, participant_leg.call_tag and
// .disconnect_reason where they are free text of the caller's or of their endpoint's, ticket.display_name, invitation.display_name,
// call_rating.word (set null, since free words may say anything about anybody; the stars stay), meeting.visitor_name,
// meeting.topic where no agent created the meeting, webhook_event.payload as a whole, visitor_message.name, .email, .phone and
// .text.
//
// Erased on request, and by age deleted as a whole before names are erased: sink_event.envelope, policy_decision.caller,
// .caller_alias, .asked, and .alias where it is the caller's own; captured_request.content.
//
// What stays: agent.name, agent.email and audit_entry.actor, for agents are the company's own people; meeting.service_name and
// the topics of agents in it, by which Infinity knows the conference. The desk asks to keep names out of topics.

// Lists of what stays rather than of what goes, since a new version of Infinity adds fields (event-sink.md §3).

/** Of a participant's event, what is known to name nobody. */
const LEG_FIELDS = [
  ...['uuid', 'call_id', 'conversation_id', 'related_uuids', 'conference', 'call_direction', 'protocol', 'role'],
  ...['service_type', 'current_service_type', 'service_tag', 'connect_time', 'end_time', 'duration'],
  ...['has_media', 'is_muted', 'is_client_muted', 'is_presenting', 'is_streaming'],
  ...['is_idp_authenticated', 'encryption', 'media_node', 'signalling_node', 'signaling_node', 'proxy_node'],
  ...['system_location', 'rx_bandwidth', 'tx_bandwidth'],
];

/** Of a conference's event. */
const CONFERENCE_FIELDS = [
  ...['name', 'service_type', 'tag', 'start_time', 'end_time'],
  ...['is_started', 'is_locked', 'guests_muted'],
];

/** Of an event about media. */
const MEDIA_FIELDS = ['uuid', 'call_quality_was', 'call_quality_now', 'packet_loss_history', 'recent_quality'];

/** Of what those list: streams and moments. */
export const NAMELESS_INSIDE: ReadonlySet<string> = new Set([
  ...['stream_id', 'stream_type', 'node', 'start_time', 'end_time', 'time', 'time_delta', 'quality', 'audio', 'video'],
  ...['presentation', 'applicationsharing'],
  ...['tx_packets_sent', 'tx_packets_lost', 'rx_packets_received', 'rx_packets_lost'],
  ...['rx_bitrate', 'rx_codec', 'rx_fps', 'rx_resolution', 'rx_packet_loss'],
  ...['tx_bitrate', 'tx_codec', 'tx_fps', 'tx_resolution', 'tx_packet_loss'],
]);

/** What stays of an event's data, by what it is about. Of an event that nobody knows, `name` may be a person's. */
export const NAMELESS_FIELDS = {
  // Version 1 puts the final figures into the leg's disconnect.
  leg: new Set([...LEG_FIELDS, 'media_streams']),
  conference: new Set(CONFERENCE_FIELDS),
  media: new Set([...MEDIA_FIELDS, 'media_streams']),
  unknown: new Set(LEG_FIELDS),
} satisfies Record<string, ReadonlySet<string>>;

/**
 * A call tag that we gave: a ticket's id, which names nobody. Any other is the caller's free text, as a disconnect reason that
 * is not Infinity's own is the endpoint's. Spelled so that Postgres reads it as JavaScript does; in any case.
 */
export const TICKET_TAG = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
