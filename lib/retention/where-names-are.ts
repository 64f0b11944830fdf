// Every place in which the name or the address of a person is kept, and what becomes of it. Whoever adds a column that
// names somebody adds it here, to the two stores beside this file, and to the test that looks through all columns.

/** Stands where a name stood, so that a row says that it was known once. Addresses are set null. */
export const ERASED = 'Erased';

// Erased by age and on request: participant.display_name and .address, participant_leg.display_name, .address and .folding
// (without which a leg's row stays as it is, whatever is reported late), ticket.display_name, invitation.display_name,
// call_rating.word (set null, since free words may say anything about anybody; the stars stay), meeting.visitor_name,
// meeting.topic where no agent created the meeting, webhook_event.payload as a whole, visitor_message.name, .email, .phone and
// .text.
//
// Erased on request, and by age deleted as a whole before names are erased: sink_event.envelope, policy_decision.caller,
// captured_request.content.
//
// What stays: agent.name, agent.email and audit_entry.actor, for agents are the company's own people; meeting.service_name and
// the topics of agents in it, by which Infinity knows the conference. The desk asks to keep names out of topics.

/**
 * Of a participant's event, what is known to name nobody (event-sink.md §3). A list of what stays rather than of what goes,
 * since a new version of Infinity adds fields.
 */
export const NAMELESS_FIELDS = [
  ...['uuid', 'call_id', 'conversation_id', 'related_uuids', 'conference', 'call_direction', 'protocol', 'role'],
  ...['service_type', 'current_service_type', 'service_tag', 'call_tag', 'connect_time', 'end_time', 'duration'],
  ...['disconnect_reason', 'has_media', 'is_muted', 'is_client_muted', 'is_presenting', 'is_streaming'],
  ...['is_idp_authenticated', 'encryption', 'media_node', 'signalling_node', 'signaling_node', 'proxy_node'],
  ...['system_location', 'rx_bandwidth', 'tx_bandwidth', 'media_streams'],
] as const;
