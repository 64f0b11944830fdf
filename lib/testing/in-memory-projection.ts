import type { Conference } from '@/lib/conferences/conference';
import type { ConferenceNodeRow } from '@/lib/conferences/conference-facts';
import type { LegMediaRow, LegRow } from '@/lib/conferences/leg';
import type { KnownTicket, Person } from '@/lib/conferences/person';
import { projectConference } from '@/lib/conferences/project-conference';
import { reportedId } from '@/lib/conferences/stay-id';
import { heldTickets } from '@/lib/conferences/ticket-holders';
import type { StoredEvent } from '@/lib/events/event-order';
import { foldAll, foldOn, type Fold, type Folding } from '@/lib/events/fold';
import {
  conferenceNodeFold,
  conferenceNodeRow,
  endToldAt,
  isEndFound,
  type ConferenceNodeState,
} from '@/lib/events/project-conference-node';
import { mayChangeConference, mayChangeLeg } from '@/lib/events/in-doubt';
import { lastHeard, mediaIdsOf } from '@/lib/events/leg-end';
import { legRow } from '@/lib/events/leg-row';
import { stayRows } from '@/lib/events/leg-stays';
import { legFold } from '@/lib/events/project-leg';
import type { LegState } from '@/lib/events/leg-state';
import { mediaFold, mediaRow, mediaWindow, type MediaState, type MediaWindowRow } from '@/lib/events/project-media';
import type { ReceivedEvent, SinkStart } from '@/lib/events/sink-starts';
import { subjectsOf } from '@/lib/events/subjects';
import { isMatch, legsTouched, touchedBy, type Match } from '@/lib/events/touched-rows';

interface Setting {
  tickets?: ReadonlyMap<string, KnownTicket>;
  /** From which starts ends are inferred: none where a Management Node is configured and answers. */
  tells?: (start: SinkStart) => boolean;
  /** As where it is silent, they tell only behind every so many batches, and with `settle`. */
  tellEvery?: number;
  /** How many conferences that starts may have ended are settled with each batch; the rest with `settle`. */
  settledWithEach?: number;
}

/**
 * What the projector does, without a database: it applies batches as they come, and touches only the rows that a batch
 * can change. Foldings are kept as JSON, as they are stored.
 */
export function inMemoryProjection({
  tickets = new Map(),
  tells = () => true,
  tellEvery = 0,
  settledWithEach = Infinity,
}: Setting = {}) {
  const history = new Map<string, StoredEvent>();
  const bySubject = new Map<string, StoredEvent[]>();
  const foldings = new Map<string, string>();
  const sinkStarts = new Map<string, { at: Date; tells: boolean }[]>();
  const legs = new Map<string, LegRow>();
  const nodes = new Map<string, ConferenceNodeRow>();
  const endsTold = new Map<string, Date>();
  const media = new Map<string, LegMediaRow>();
  const mediaHeard = new Map<string, number>();
  const windows = new Map<string, MediaWindowRow>();
  const people = new Map<string, Person[]>();
  const conferences = new Map<string, Conference>();
  const unsettled: { start: SinkStart; settledTo: string }[] = [];
  let batches = 0;

  function stateOf<State>(subject: string): Folding<State> | null {
    const json = foldings.get(subject);
    return json === undefined ? null : (JSON.parse(json) as Folding<State>);
  }
  function fold<State>(how: Fold<State>, subject: string, added: readonly StoredEvent[]): void {
    const known = stateOf<State>(subject);
    const folding = (known && foldOn(how, known, added)) ?? foldAll(how, bySubject.get(subject) ?? []);
    foldings.set(subject, JSON.stringify(folding));
  }
  const startsAt = (node: string) => (sinkStarts.get(node) ?? []).flatMap((start) => (start.tells ? start.at : []));
  function letStartsTell(): void {
    for (const [node, starts] of sinkStarts) {
      for (const start of starts.filter(({ at, tells: does }) => !does && tells({ node, at }))) {
        start.tells = true;
        unsettled.push({ start: { node, at: start.at }, settledTo: '' });
      }
    }
  }
  function writeLeg(id: string, mains: Set<string>): void {
    const folding = stateOf<LegState>(`leg:${id}`);
    if (!folding) return;
    const { serviceName, node } = folding.state;
    const place = `conference:${serviceName}@${node}`;
    const conferenceEndedAt = nodes.get(place)?.endedAt ?? null;
    const conferenceEndToldAt = endsTold.get(place) ?? null;
    const conference = stateOf<ConferenceNodeState>(place);
    const isConferenceEndFound = conference !== null && isEndFound(conference.state);
    const mediaHeardAt = lastHeard(mediaIdsOf(id, folding.state), mediaHeard);
    const ends = { conferenceEndedAt, conferenceEndToldAt, isConferenceEndFound, mediaHeardAt };
    const around = { sinkStarts: startsAt(node), ...ends };
    const row = legRow(id, folding.state, around);
    const before = [...legs.values()].filter((leg) => leg.id === id || leg.id.startsWith(`${id}~`));
    const after = row ? [row, ...stayRows(id, folding.state)] : [];
    for (const each of before) legs.delete(each.id);
    for (const each of after) legs.set(each.id, each);
    for (const { mainName } of [...before, ...after]) mains.add(mainName);
  }
  /** Returns the row when it has another end now. */
  function writeNode(subject: string, mains: Set<string>): ConferenceNodeRow[] {
    const folding = stateOf<ConferenceNodeState>(subject);
    const row = folding && conferenceNodeRow(folding.state, startsAt(folding.state.node));
    if (!row) return [];
    const [before, toldBefore] = [nodes.get(subject)?.endedAt, endsTold.get(subject)];
    const toldAt = endToldAt(folding.state);
    nodes.set(subject, row);
    if (toldAt) endsTold.set(subject, toldAt);
    mains.add(row.mainName);
    const isSame = row.endedAt?.getTime() === before?.getTime() && toldAt?.getTime() === toldBefore?.getTime();
    return isSame ? [] : [row];
  }
  /** Returns the legs that it is about. */
  function writeMedia(subject: string, mains: Set<string>): LegRow[] {
    const id = subject.slice('media:'.length);
    const { state } = stateOf<MediaState>(subject)!;
    const row = mediaRow(id, state);
    if (row) media.set(id, row);
    if (state.heardAt !== undefined) mediaHeard.set(id, state.heardAt);
    const about = [...legs.values()].filter((leg) => leg.id === id || leg.relatedIds.includes(id));
    for (const { mainName } of about) mains.add(mainName);
    return about;
  }
  function writeLegs(own: readonly string[], matches: readonly Match<LegRow>[], mains: Set<string>): void {
    const others = [...legs.values()].filter((leg) => matches.some((match) => isMatch(leg, match)));
    for (const id of new Set([...own, ...others.map((leg) => leg.id)])) writeLeg(id, mains);
  }
  function project(mains: Set<string>): void {
    const moved = new Set([...legs.values()].filter(({ mainName }) => mains.has(mainName)).map(reportedId));
    for (const leg of legs.values()) if (moved.has(reportedId(leg))) mains.add(leg.mainName);
    const held = heldTickets(tickets.values(), [...legs.values()]);
    for (const main of mains) {
      const isHere = (row: { mainName: string }) => row.mainName === main;
      const own = { legs: [...legs.values()].filter(isHere), nodes: [...nodes.values()].filter(isHere) };
      const there = projectConference(main, { ...own, media, moments: [...windows.values()], tickets: held });
      if (there.conference) {
        people.set(main, there.people);
        conferences.set(main, there.conference);
      } else {
        people.delete(main);
        conferences.delete(main);
      }
    }
  }
  /** The next conferences that the first of the starts may have ended; false when all is settled. */
  function settleNext(most: number): boolean {
    const [first] = unsettled;
    if (!first) return false;
    const { start, settledTo } = first;
    const touchedLegs = [...legs.values()].filter((leg) => mayChangeLeg(start, leg));
    const touchedNodes = [...nodes.values()].filter((row) => mayChangeConference(start, row));
    const all = new Set([...touchedLegs, ...touchedNodes].map(({ mainName }) => mainName));
    const mainNames = [...all].sort().filter((name) => name > settledTo);
    const some = mainNames.slice(0, most);
    const mains = new Set<string>();
    const carried = [...nodes].filter(([, row]) => row.node === start.node && some.includes(row.mainName));
    const places = carried.flatMap(([subject]) => writeNode(subject, mains));
    writeLegs([], legsTouched({ node: start.node, mainNames: some }, places, []), mains);
    project(mains);
    if (some.length < most) unsettled.shift();
    else first.settledTo = some.at(-1)!;
    return true;
  }
  function settleAll(): void {
    while (settleNext(1));
  }

  return {
    ...{ legs, nodes, media, windows, sinkStarts, people, conferences },
    /** All at once, in whatever order. */
    apply(batch: readonly ReceivedEvent[]): void {
      const added = batch.filter(({ dedupeKey }) => !history.has(dedupeKey));
      const fresh = [...new Map(added.map((event) => [event.dedupeKey, event])).values()];
      for (const event of fresh) {
        history.set(event.dedupeKey, event);
        const window = mediaWindow(event.envelope);
        if (window) windows.set(event.dedupeKey, window);
        for (const subject of subjectsOf(event.envelope)) {
          const known = bySubject.get(subject);
          if (known) known.push(event);
          else bySubject.set(subject, [event]);
        }
      }
      const touched = touchedBy(fresh);
      for (const { node, at } of touched.starts) {
        const known = sinkStarts.get(node) ?? [];
        if (known.some((start) => start.at.getTime() === at.getTime())) continue;
        sinkStarts.set(node, [...known, { at, tells: false }]);
      }
      if (tellEvery === 0) letStartsTell();
      for (const [subject, events] of touched.conferences) fold(conferenceNodeFold, subject, events);
      for (const [subject, events] of touched.media) fold(mediaFold, subject, events);
      for (const [subject, events] of touched.legs) fold(legFold, subject, events);

      const mains = new Set<string>();
      const places = [...touched.conferences.keys()].flatMap((place) => writeNode(place, mains));
      const withMedia = [...touched.media.keys()].flatMap((subject) => writeMedia(subject, mains));
      const own = [...touched.legs.keys()].map((subject) => subject.slice('leg:'.length));
      writeLegs(own, legsTouched(null, places, withMedia), mains);
      project(mains);
      batches += 1;
      if (batches % tellEvery === 0) letStartsTell();
      if (settledWithEach === Infinity) settleAll();
      else if (settledWithEach > 0) settleNext(settledWithEach);
    },
    settle(): void {
      letStartsTell();
      settleAll();
    },
  };
}
