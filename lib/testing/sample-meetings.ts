import type { KnownTicket } from '@/lib/conferences/person';
import type { EventEnvelope } from '@/lib/events/envelope';
import { pick, seededRandom } from './sample-events';
import { lurk, stream } from './sample-nobodies';
import { changeRole, comeBack, transfer, visitBreakout } from './sample-moves';
import { sampleNodes, type SampleNodes } from './sample-nodes';
import type { SamplePerson } from './sample-truth';
import { browserCaller, sipCaller, type Caller } from './sample-callers';

export interface SampleMeeting {
  serviceName: string;
  /** In the order in which they happened. */
  events: EventEnvelope[];
  /** What is true when all of it has happened. */
  people: SamplePerson[];
  /** The first moment at which somebody inside was a host: Unix seconds. */
  hostJoinedAt: number | null;
  /** The meeting to which some were transferred, perhaps nobody, and what is true of that. */
  other: { serviceName: string; people: SamplePerson[]; hostJoinedAt: number | null };
  /** Those that are among the call tags, by id: some of another meeting, and some brought by others than their holders too. */
  tickets: Map<string, KnownTicket>;
}

export interface SampleMeetingOptions {
  serviceName?: string;
  /** Unix seconds. */
  startsAt?: number;
  /** Those that may carry it. What befalls one befalls all that it carries, so meetings that share some must not overlap. */
  nodes?: readonly string[];
  /** Whose ticket an agent has. */
  agentId?: string;
}

const NODES = ['192.0.2.11', '192.0.2.12', '192.0.2.13'];
/** From its first event to its last. */
export const LASTS_SECONDS = 900;

/**
 * A whole meeting as its nodes tell it, the same for the same seed: a few people by browser and SIP, with PIN and waiting
 * room, a stream, guests made hosts and hosts made guests, perhaps breakout rooms with a host's shadows, transfers to another meeting, people who come back, a node
 * that crashes, a sink that starts anew, lost disconnects, and a reconciler that looks now and then.
 */
export function sampleMeeting(seed: number, options: SampleMeetingOptions = {}): SampleMeeting {
  const random = seededRandom(seed);
  const startsAt = options.startsAt ?? 1_760_000_000;
  const serviceName = options.serviceName ?? `Meeting ${seed}`;
  const version = random() < 0.2 ? 1 : 2;
  const nodes = sampleNodes(startsAt, version);
  const available = options.nodes ?? NODES;
  const carrying = available.slice(0, 1 + Math.floor(random() * available.length));
  const script = sampleScript(nodes, startsAt);
  const other = `${serviceName}, the other`;
  const elsewhere = `${serviceName}, where nobody came`;
  const tickets = new Map<string, KnownTicket>();

  const crashed = carrying.length > 1 && random() < 0.25 ? carrying[1] : undefined;
  const hostAt = random() < 0.9 ? 20 + random() * 100 : Infinity;
  const usesCurrentStage = random() < 0.2;
  const tellsStage = random() < 0.9;
  const count = 2 + Math.floor(random() * 4);
  for (let index = 0; index < count; index += 1) {
    const isHost = index === 0;
    if (isHost && hostAt === Infinity) continue;
    const caller: Caller = {
      id: `${serviceName}-${index}`,
      name: `Person ${index}`,
      node: pick(carrying, random),
      room: serviceName,
      isHost,
      arrivesAt: isHost ? hostAt : random() * 300,
      letInAt: hostAt,
      leavesAt: 400 + random() * 300,
      usesCurrentStage,
      tellsStage,
      isDisconnectLost: random() < 0.15,
      isQuiet: false,
      callTag: random() < 0.6 ? ticketId(seed, index) : '',
    };
    const isAgent = isHost && random() < 0.8;
    const seen = crashed === undefined && caller.arrivesAt > hostAt + 1 ? [...tickets.keys()][0] : undefined;
    if (seen !== undefined && random() < 0.3) {
      // Seen in the roster.
      caller.callTag = seen;
    } else if (caller.callTag !== '' && random() < 0.1) {
      // Of an agent, for another meeting.
      const theirs = { agentId: options.agentId ?? 'agent', displayName: 'Nobody here' };
      tickets.set(caller.callTag, { id: caller.callTag, serviceName: elsewhere, ...theirs });
    } else if (caller.callTag !== '') {
      const agentId = isAgent ? (options.agentId ?? 'agent') : null;
      tickets.set(caller.callTag, { id: caller.callTag, agentId, displayName: caller.name, serviceName });
    }
    const call = pick([browserCaller, browserCaller, sipCaller], random);
    caller.isQuiet = call === sipCaller && crashed === undefined && !caller.isDisconnectLost && random() < 0.2;
    const legs = call(script, caller, random);
    if (isHost) script.at(hostAt + 1, () => nodes.start(serviceName));
    if (random() < 0.15 && !caller.isQuiet) changeRole(script, caller, legs);
    if (random() < 0.3 && hostAt < 330 && caller.arrivesAt < 330 && !caller.isQuiet)
      visitBreakout(script, caller, legs, random);
    else if (random() < 0.2 && !caller.isQuiet) transfer(script, caller, legs, other, random);
    else if (random() < 0.2 && !caller.isQuiet) comeBack(script, caller, legs, random);
    if (random() < 0.15) script.at(caller.leavesAt + 0.2, () => legs.forEach((leg) => nodes.tellLate(leg, other)));
  }
  if (random() < 0.3) lurk(script, serviceName, carrying[0]!, random);
  if (random() < 0.3) stream(script, serviceName, carrying[0]!, random);

  if (crashed !== undefined) {
    const at = 100 + random() * 400;
    script.at(at, () => nodes.crash(crashed));
    script.at(at + 60 * random(), () => nodes.startSink(crashed));
  }
  // The sink alone, while calls go on.
  const restarted = pick(carrying, random);
  if (random() < 0.3 && restarted !== crashed) script.at(450 * random(), () => nodes.startSink(restarted));
  while (random() < 0.5) script.at(700 * random(), () => nodes.reconcile());
  script.at(LASTS_SECONDS, () => nodes.reconcile());
  script.run();
  const truthOf = (name: string) => ({
    serviceName: name,
    people: nodes.peopleOf(name),
    hostJoinedAt: nodes.hostJoinedAt(name),
  });
  return { ...truthOf(serviceName), events: nodes.events, other: truthOf(other), tickets };
}

function ticketId(seed: number, index: number): string {
  return `${(seed >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-00000000000${index}`;
}

/** What happens when: told in any order, done in the order of time. */
function sampleScript(nodes: SampleNodes, startsAt: number) {
  const acts: { at: number; act: () => void }[] = [];
  return {
    nodes,
    /** The time of a moment of the meeting, as nodes tell it. */
    unix: (at: number) => Math.round((startsAt + at) * 1000) / 1000,
    at: (at: number, act: () => void) => void acts.push({ at, act }),
    run() {
      for (const { at, act } of acts.sort((left, right) => left.at - right.at)) {
        nodes.moveTo(startsAt + at);
        act();
      }
    },
  };
}
export type SampleScript = ReturnType<typeof sampleScript>;
