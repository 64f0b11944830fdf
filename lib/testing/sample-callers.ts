import { pick, type Random } from './sample-events';
import type { SampleLeg } from './sample-leg';
import type { SampleScript } from './sample-meetings';

/** Somebody on the way into a meeting. Times are seconds since the meeting began. */
export interface Caller {
  id: string;
  name: string;
  node: string;
  room: string;
  isHost: boolean;
  arrivesAt: number;
  /** When the host comes; guests wait until then. */
  letInAt: number;
  leavesAt: number;
  usesCurrentStage: boolean;
  /** Whether any event says where they are: none has to (event-sink.md §3). */
  tellsStage: boolean;
  isDisconnectLost: boolean;
  /** Let in without an update that tells it: then only what they leave with does. */
  isQuiet: boolean;
  /** Their ticket; empty without one. */
  callTag: string;
}

/** A browser: a control leg, then a media leg, both of one conversation or naming each other (event-sink.md §5). */
export function browserCaller(script: SampleScript, caller: Caller, random: Random): SampleLeg[] {
  const { at, nodes } = script;
  const ids = { control: `${caller.id}-control`, media: `${caller.id}-media` };
  const common = { ...identity(caller, random), conversation_id: ids.control, call_id: ids.control };
  const control = legOf(caller, ids.control, {
    ...common,
    related_uuids: [ids.media],
    protocol: 'API',
    has_media: false,
  });
  const media = legOf(caller, ids.media, {
    ...common,
    related_uuids: [ids.control],
    ...(random() < 0.1 ? { conversation_id: ids.media } : {}),
    protocol: pick(['WebRTC', 'webrtc'], random),
    has_media: true,
  });
  if (random() < 0.2) {
    media.mediaUuid = `${caller.id}-stream`;
    media.facts.related_uuids = [ids.control, media.mediaUuid];
  }
  const letInAt = Math.max(caller.letInAt + 0.5, caller.arrivesAt);
  const stageAt = (time: number) => stage(caller, time < letInAt ? 'waiting_room' : 'conference');
  const comes = (leg: SampleLeg, time: number) => {
    Object.assign(leg.facts, stageAt(time), time < letInAt ? {} : { connect_time: script.unix(time) });
    nodes.connect(leg);
  };
  at(caller.arrivesAt, () => comes(control, caller.arrivesAt));
  at(caller.arrivesAt + 0.4, () => comes(media, caller.arrivesAt + 0.4));
  for (const leg of [control, media]) letIn(script, caller, leg, letInAt, random);
  return stays(script, caller, [media, control], random);
}

/** A room system or a phone: it dials, types the PIN, and sometimes is told to be inside only when it leaves. */
export function sipCaller(script: SampleScript, caller: Caller, random: Random): SampleLeg[] {
  const { at, nodes } = script;
  const leg = legOf(caller, `${caller.id}-sip`, {
    ...identity(caller, random),
    ...stage(caller, 'connecting'),
    call_direction: random() < 0.2 ? 'out' : 'in',
    conversation_id: `${caller.id}-sip`,
    role: 'unknown',
    protocol: 'SIP',
    has_media: true,
  });
  const role = caller.isHost ? 'chair' : 'guest';
  const typedAt = caller.arrivesAt + 8;
  const letInAt = Math.max(caller.letInAt + 0.5, typedAt);
  at(caller.arrivesAt, () => nodes.connect(leg));
  at(caller.arrivesAt + 1, () => nodes.update(leg, stage(caller, 'ivr'), random() < 0.5));
  if (caller.isQuiet) {
    const inside = { ...stage(caller, 'conference'), role, connect_time: script.unix(letInAt) };
    if (letInAt < caller.leavesAt) at(letInAt, () => nodes.change(leg, inside));
    return stays(script, caller, [leg], random);
  }
  if (letInAt > typedAt)
    at(typedAt, () => nodes.update(leg, { ...stage(caller, 'waiting_room'), role }, random() < 0.5));
  letIn(script, caller, leg, letInAt, random, { role });
  return stays(script, caller, [leg], random);
}

function legOf(caller: Caller, uuid: string, facts: Record<string, unknown>): SampleLeg {
  return { uuid, node: caller.node, room: caller.room, person: caller.name, facts };
}

function identity(caller: Caller, random: Random) {
  const facts = { display_name: caller.name, role: caller.isHost ? 'chair' : 'guest', connect_time: null };
  return { ...facts, source_alias: `sip:${caller.id}@example.com`, call_tag: caller.callTag, is_muted: random() < 0.1 };
}

function stage(caller: Caller, name: string) {
  if (!caller.tellsStage) return {};
  return caller.usesCurrentStage ? { service_type: 'conference', current_service_type: name } : { service_type: name };
}

function letIn(
  { at, nodes, unix }: SampleScript,
  caller: Caller,
  leg: SampleLeg,
  letInAt: number,
  random: Random,
  more: Record<string, unknown> = {},
): void {
  if (letInAt >= caller.leavesAt || letInAt <= caller.arrivesAt) return;
  const inside = { ...stage(caller, 'conference'), ...more, connect_time: unix(letInAt) };
  at(letInAt, () => nodes.update(leg, inside, random() < 0.5));
}

/** What happens while they are in, and how they go. Returns the legs, to which others may be added. */
function stays({ at, nodes }: SampleScript, caller: Caller, legs: SampleLeg[], random: Random): SampleLeg[] {
  const between = () => caller.arrivesAt + 1 + random() * (caller.leavesAt - caller.arrivesAt - 1);
  while (!caller.isQuiet && random() < 0.6) {
    const change = pick([{ is_muted: true }, { is_muted: false }, { is_client_muted: true }, {}], random);
    const leg = pick(legs, random);
    at(between(), () => nodes.update(leg, change, random() < 0.3));
  }
  while (random() < 0.6) {
    const now = pick(QUALITIES, random);
    const lost = Math.floor(random() * 50);
    const loss = { stream_id: '0', stream_type: 'audio', rx_packets_received: 1000 - lost, rx_packets_lost: lost };
    at(between(), () => {
      if (!nodes.isHere(legs[0]!)) return;
      const qualities = { call_quality_was: QUALITIES[nodes.qualityOf(legs[0]!)], call_quality_now: now };
      nodes.tellMedia(legs[0]!, 'participant_media_stream_window', { ...qualities, packet_loss_history: [loss] });
    });
  }
  const reason = pick(REASONS, random);
  at(caller.leavesAt, () => {
    for (const leg of legs) {
      const streams =
        leg.facts.has_media === true ? [{ stream_id: '1.0', stream_type: 'video', rx_resolution: 'None' }] : [];
      nodes.disconnect(leg, reason, streams, caller.isDisconnectLost);
    }
  });
  return legs;
}

const QUALITIES = ['0_unknown', '1_good', '2_ok', '3_bad', '4_terrible'];
const REASONS = [
  'Call disconnected',
  'Timer expired awaiting token refresh',
  'Conference terminated by a Host participant',
  'Disconnected by another participant',
];
