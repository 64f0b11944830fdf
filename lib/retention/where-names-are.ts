// Every place in which the name or the address of a person is kept, and what becomes of it. Whoever adds a column that
// names somebody adds it here, to the two stores beside this file, and to the test that looks through all columns.

/** Stands where a name stood, so that a row says that it was known once. Addresses are set null. */
export const ERASED = 'Erased';

/**
 * By table and column. `age`: erased when names are no longer kept. `request`: erased at once when a person is erased.
 * What is not listed under `age` is deleted as a whole before names are erased.
 */
export const WHERE_NAMES_ARE = {
  'participant.display_name': 'age and request',
  'participant.address': 'age and request',
  'participant_leg.display_name': 'age and request',
  'participant_leg.address': 'age and request',
  // What a leg's events have come to so far. Without it a leg's row stays as it is, whatever is reported late.
  'participant_leg.folding': 'age and request',
  'ticket.display_name': 'age and request',
  'meeting.visitor_name': 'age and request',
  // Where no agent created the meeting: a visitor may write anything. It is no part of its service name then.
  'meeting.topic': 'age and request',
  // What was told to others goes as a whole.
  'webhook_event.payload': 'age and request',
  // As delivered, by Infinity or by whoever else called: on request all but what is known to name nobody.
  'sink_event.envelope': 'request',
  'policy_decision.caller': 'request',
  'captured_request.content': 'request',
} as const;

/**
 * Names that stay. Agents are the company's own people, and have an account as long as they are agents. The topics that they
 * write are part of the name by which Infinity knows the conference; the desk asks to keep names out.
 */
export const NAMES_THAT_STAY = ['agent.name', 'agent.email', 'audit_entry.actor', 'meeting.service_name'] as const;

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
