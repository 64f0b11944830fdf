// Events as nodes send them (event-sink.md §3): ten thousand legs in 2,500 conferences, each reported as connected and then
// updated over and over. Numbered, so that no event is ever sent twice.

export const LEGS = 10_000;
export const LEGS_EACH = 4;

const NODES = 4;
/** Between one event and the next, by the nodes' clocks. */
const STEP_SECONDS = 0.001;

const HEX_DIGITS = 12;
const uuidOf = (number: number) => `5d0c3c6a-2f0e-4a53-9a5e-${number.toString(16).padStart(HEX_DIGITS, '0')}`;

export const nameOf = (leg: number, turn: number) => `Dana Visitor ${leg}.${turn}`;
export const legOf = (name: string) => Number(/ (\d+)\./.exec(name)?.[1]);
/** As the meetings of events-seed.ts are called. */
const serviceNameOf = (leg: number) => `Call ${Math.floor(leg / LEGS_EACH)}`;

/** Everything a node says of a leg; a bulk of a hundred is some 130 kB. */
function participant(leg: number, turn: number) {
  const conference = Math.floor(leg / LEGS_EACH);
  return {
    uuid: uuidOf(leg),
    call_id: uuidOf(leg),
    conversation_id: uuidOf(leg),
    related_uuids: [],
    conference: serviceNameOf(leg),
    // Another one with every update, so that the desk's list changes and an update can be found in it again.
    display_name: nameOf(leg, turn),
    source_alias: `dana.visitor.${leg}@customers.example.com`,
    destination_alias: `sip:meet-${uuidOf(conference)}@video.example.com:5061;transport=tls`,
    call_direction: 'in',
    protocol: 'SIP',
    role: leg % LEGS_EACH === 0 ? 'chair' : 'guest',
    service_type: 'conference',
    service_tag: uuidOf(conference),
    call_tag: '',
    connect_time: 1_760_000_000.123,
    has_media: true,
    is_muted: turn % 2 === 1,
    is_client_muted: false,
    is_presenting: turn % 3 === 1,
    is_streaming: false,
    is_idp_authenticated: false,
    encryption: 'On',
    media_node: `192.0.2.${11 + (leg % NODES)}`,
    signalling_node: `192.0.2.${11 + (leg % NODES)}`,
    proxy_node: '',
    system_location: leg % 2 ? 'Harbour' : 'Inland',
    remote_address: `198.51.100.${1 + (leg % 250)}`,
    rx_bandwidth: 1_024 + turn,
    tx_bandwidth: 2_048 + turn,
    vendor: 'Cisco/CE 11.14.2.3 (TANDBERG/529) Room Kit Pro, layout and camera control',
    disconnect_reason: null,
    idp_uuid: '',
    is_transcribing: false,
    rx_resolution: '1280x720',
    tx_resolution: '1920x1080',
  };
}

/** The event with this number, from 0. @param startedAt Unix seconds at which event 0 happened */
export function sampleEvent(number: number, startedAt: number): string {
  const leg = number % LEGS;
  const turn = Math.floor(number / LEGS);
  return JSON.stringify({
    node: `192.0.2.${11 + (leg % NODES)}`,
    seq: number + 1,
    version: 2,
    time: startedAt + number * STEP_SECONDS,
    event: turn === 0 ? 'participant_connected' : 'participant_updated',
    data: participant(leg, turn),
  });
}

/** Many of them as one delivery; one alone goes without a wrapper. */
export function sampleDelivery(first: number, count: number, startedAt: number): string {
  if (count === 1) return sampleEvent(first, startedAt);
  const events = Array.from({ length: count }, (_, index) => sampleEvent(first + index, startedAt));
  return `{"node":"127.0.0.1","seq":0,"version":2,"time":${startedAt},"event":"eventsink_bulk","data":[${events.join(',')}]}`;
}
