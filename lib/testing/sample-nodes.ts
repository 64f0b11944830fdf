import type { EventEnvelope } from '@/lib/events/envelope';
import type { SampleLeg } from './sample-leg';
import { meetingOf, sampleTruth } from './sample-truth';

// Conferencing Nodes for tests: who enters, moves and leaves, told as Infinity tells it (event-sink.md §3), and what is true.

export type SampleNodes = ReturnType<typeof sampleNodes>;

export function sampleNodes(startsAt: number, version: 1 | 2) {
  const events: EventEnvelope[] = [];
  const truth = sampleTruth();
  const legs = new Map<string, SampleLeg>();
  /** Gone, and nobody told: those of a node that crashed (null), and those whose disconnect was lost. */
  const untold = new Map<SampleLeg, { at: number; reason: string } | null>();
  const lostPlaces: { node: string; room: string }[] = [];
  const startOf = new Map<string, number>();
  const counters = new Map<string, number>();
  const down = new Set<string>();
  /** Those of whose disconnect was told. */
  const ended = new Set<SampleLeg>();
  let now = startsAt;

  const emit = (node: string, event: string, data: Record<string, unknown>, seq?: number) => {
    const next = seq ?? (counters.get(node) ?? 0) + 1;
    if (seq === undefined) counters.set(node, next);
    events.push({ node, seq: next, version, time: now, event, data });
  };
  const placeOf = (leg: { node: string; room: string }) => JSON.stringify([leg.room, leg.node]);
  const place = (leg: { node: string; room: string }, more = {}) => {
    const facts = { service_type: 'conference', tag: 'mtg', start_time: startOf.get(placeOf(leg)) };
    return { name: leg.room, ...facts, is_started: false, is_locked: false, guests_muted: false, ...more };
  };
  const enter = (leg: SampleLeg) => {
    if (startOf.has(placeOf(leg))) return;
    startOf.set(placeOf(leg), now);
    emit(leg.node, 'conference_started', place(leg));
  };
  const leave = (leg: { node: string; room: string }) => {
    if ([...legs.values()].some((other) => placeOf(other) === placeOf(leg))) return;
    emit(leg.node, 'conference_ended', place(leg, { end_time: Math.round(now * 1000 - 250) / 1000, is_started: true }));
    startOf.delete(placeOf(leg));
  };
  const wire = (leg: SampleLeg, facts: Record<string, unknown>) => ({ uuid: leg.uuid, conference: leg.room, ...facts });
  const noteGone = (leg: SampleLeg, at: number) => {
    const others = [...legs.values(), ...untold.keys()].filter((other) => other !== leg);
    const isThere = (other: SampleLeg) => other.person === leg.person && meetingOf(other.room) === meetingOf(leg.room);
    if (!others.some(isThere)) truth.noteLeft(leg, at);
  };

  return {
    ...{ events, peopleOf: truth.peopleOf, hostJoinedAt: truth.hostJoinedAt, qualityOf: truth.qualityOf },
    moveTo: (time: number) => (now = Math.max(now, Math.round(time * 1000) / 1000)),
    isHere: (leg: SampleLeg) => legs.get(leg.uuid) === leg,
    connect(leg: SampleLeg) {
      if (down.has(leg.node)) return;
      legs.set(leg.uuid, leg);
      ended.delete(leg);
      enter(leg);
      emit(leg.node, 'participant_connected', wire(leg, leg.facts));
      truth.noteHere(leg, now);
    },
    /** What changes and is not told. */
    change(leg: SampleLeg, changes: Record<string, unknown>) {
      if (legs.get(leg.uuid) !== leg) return;
      Object.assign(leg.facts, changes);
      truth.noteHere(leg, now);
    },
    /** Told whole, or only what changed: which of both nodes do is disputed. */
    update(leg: SampleLeg, changes: Record<string, unknown>, isWhole: boolean) {
      if (legs.get(leg.uuid) !== leg) return;
      this.change(leg, changes);
      emit(leg.node, 'participant_updated', isWhole ? wire(leg, leg.facts) : { uuid: leg.uuid, ...changes });
    },
    /** Into a breakout room or back, where connect_time is null on some moves; or to another meeting. */
    move(leg: SampleLeg, room: string, told: Record<string, unknown> = { ...leg.facts, connect_time: null }) {
      if (legs.get(leg.uuid) !== leg || leg.room === room) return;
      const before = { ...leg };
      leg.room = room;
      enter(leg);
      emit(leg.node, 'participant_updated', wire(leg, told));
      if (meetingOf(room) !== meetingOf(before.room)) noteGone(before, now);
      truth.noteHere(leg, now);
      if (meetingOf(room) !== meetingOf(before.room)) truth.noteMoved(leg);
      leave(before);
    },
    /** To another meeting, as a node tells it that lets the call come in there anew. */
    arrive(leg: SampleLeg, room: string) {
      leg.room = room;
      this.connect(leg);
      truth.noteMoved(leg);
    },
    /** That a leg, which was moved, is gone from where it was: a moment after it was told to be elsewhere. */
    tellGone(leg: SampleLeg, room: string, at: number) {
      if (legs.get(leg.uuid) !== leg || leg.room === room || down.has(leg.node)) return;
      const end = { disconnect_reason: 'Call transferred', ...(version === 1 ? {} : { end_time: at }) };
      emit(leg.node, 'participant_disconnected', { ...wire(leg, leg.facts), conference: room, ...end });
    },
    /** After a leg's disconnect was told: it is where it was, whatever this says. */
    tellLate(leg: SampleLeg, room: string) {
      if (!ended.has(leg) || legs.has(leg.uuid) || down.has(leg.node)) return;
      emit(leg.node, 'participant_updated', wire(leg, { ...leg.facts, conference: room }));
    },
    /** As nodes do at times when rooms are reorganised: no disconnect, and another leg somewhere else. */
    replace(leg: SampleLeg, by: SampleLeg) {
      if (legs.get(leg.uuid) !== leg) return;
      this.connect(by);
      legs.delete(leg.uuid);
      leave(leg);
    },
    disconnect(leg: SampleLeg, reason: string, streams: unknown[], isLost = false) {
      if (legs.get(leg.uuid) !== leg) return;
      const isOld = version === 1;
      legs.delete(leg.uuid);
      if (isLost) {
        untold.set(leg, { at: now, reason });
      } else {
        const end = { disconnect_reason: reason, ...(isOld ? { media_streams: streams } : { end_time: now }) };
        emit(leg.node, 'participant_disconnected', wire(leg, { ...leg.facts, ...end }));
        ended.add(leg);
        if (streams.length > 0) truth.noteFigures(leg);
        if (!isOld && streams.length > 0) this.tellMedia(leg, 'participant_media_streams_destroyed', streams);
        noteGone(leg, now);
      }
      leave(leg);
    },
    tellMedia(leg: SampleLeg, event: string, content: unknown[] | Record<string, unknown>) {
      const uuid = leg.mediaUuid ?? leg.uuid;
      if (version === 1 || down.has(leg.node)) return;
      emit(leg.node, event, { uuid, ...(Array.isArray(content) ? { media_streams: content } : content) });
      if (!Array.isArray(content)) truth.noteQuality(leg, Number(String(content.call_quality_now)[0]));
    },
    /** The host is in: every node that carries the conference tells it. */
    start(room: string) {
      for (const leg of new Map([...legs.values()].map((entry) => [placeOf(entry), entry])).values()) {
        if (leg.room === room) emit(leg.node, 'conference_updated', place(leg, { is_started: true }));
      }
    },
    /** Nothing that was there is ever told to be gone. */
    crash(node: string) {
      down.add(node);
      for (const leg of [...legs.values()].filter((entry) => entry.node === node)) {
        legs.delete(leg.uuid);
        untold.set(leg, null);
        if (startOf.delete(placeOf(leg))) lostPlaces.push({ node, room: leg.room });
      }
    },
    startSink(node: string) {
      down.delete(node);
      counters.set(node, 0);
      emit(node, 'eventsink_started', {});
      for (const [leg, end] of [...untold]) {
        if (leg.node !== node || end) continue;
        untold.delete(leg);
        noteGone(leg, now);
      }
    },
    /** What the Management Node lists, as the reconciler finds it. History knows the end of what was lost on its way only. */
    reconcile() {
      for (const leg of legs.values()) emit(leg.node, 'mayfly_participant_seen', wire(leg, leg.facts), 0);
      for (const [leg, end] of [...untold]) {
        const known = end ? { end_time: end.at, disconnect_reason: end.reason } : {};
        emit(leg.node, 'mayfly_participant_gone', { uuid: leg.uuid, conference: leg.room, ...known }, 0);
        untold.delete(leg);
        noteGone(leg, end?.at ?? now);
      }
      for (const { node, room } of lostPlaces.splice(0)) emit(node, 'mayfly_conference_gone', { name: room }, 0);
    },
  };
}
