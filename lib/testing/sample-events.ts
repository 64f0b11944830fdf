import type { EventEnvelope } from '@/lib/events/envelope';

// Streams of events for tests: what nodes might send of a few calls, in the order in which it happened.

export type Random = () => number;

/** A small generator (mulberry32), so that a failing case can be run again from its seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(entries: readonly T[], random: Random): T[] {
  const result = [...entries];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

export function pick<T>(entries: readonly T[], random: Random): T {
  return entries[Math.floor(random() * entries.length)]!;
}

export function sampleEvent(event: string, data: Record<string, unknown>, over: Partial<EventEnvelope> = {}) {
  return { node: '192.0.2.11', seq: 1, version: 2, time: 1_760_000_000, event, data, ...over };
}

/** One leg's life: stages, partial and whole updates, perhaps an end, perhaps coming back. Several events may share a time. */
export function sampleLeg(uuid: string, conference: string, random: Random): EventEnvelope[] {
  const node = pick(['192.0.2.11', '192.0.2.12'], random);
  let time = 1_760_000_000 + Math.floor(random() * 100);
  let seq = Math.floor(random() * 50);
  const events: EventEnvelope[] = [];
  const add = (event: string, data: Record<string, unknown>) => {
    time += pick([0, 0.01, 1, 5], random);
    // A restarted sink counts from 1 again.
    seq = random() < 0.1 ? 1 : seq + 1;
    events.push(sampleEvent(event, { uuid, ...data }, { node, time, seq }));
  };
  const stage = () => pick(['connecting', 'ivr', 'waiting_room', 'conference'], random);
  const whole = () => ({
    conference,
    conversation_id: pick([uuid, `${uuid}-person`], random),
    display_name: pick(['Ann', 'Bo', 'Žofia', ''], random),
    role: pick(['chair', 'guest', 'unknown'], random),
    service_type: stage(),
    connect_time: pick([null, time], random),
    has_media: random() < 0.5,
  });
  const lives = random() < 0.2 ? 2 : 1;
  for (let life = 0; life < lives; life += 1) {
    if (random() < 0.9) add('participant_connected', whole());
    const updates = Math.floor(random() * 4);
    for (let count = 0; count < updates; count += 1) {
      if (random() < 0.3) add('participant_media_stream_window', { call_quality_now: '3_bad' });
      add('participant_updated', random() < 0.5 ? whole() : { is_muted: random() < 0.5 });
    }
    if (random() < 0.8) add('participant_disconnected', { end_time: time, disconnect_reason: 'Call disconnected' });
    // Told a moment later, and of another conference.
    if (random() < 0.2) add('participant_updated', { ...whole(), conference: `${conference}, the other` });
  }
  return events;
}

/** One node's life of a conference, once or twice. */
export function sampleConference(name: string, node: string, random: Random): EventEnvelope[] {
  let time = 1_760_000_000;
  let seq = 0;
  const events: EventEnvelope[] = [];
  const add = (event: string, data: Record<string, unknown>) => {
    time += pick([0, 1, 60], random);
    events.push(sampleEvent(event, { name, ...data }, { node, time, seq: (seq += 1) }));
  };
  for (let life = 0; life < (random() < 0.3 ? 2 : 1); life += 1) {
    const start_time = time;
    if (random() < 0.9) add('conference_started', { start_time, is_started: false, tag: 'mtg' });
    if (random() < 0.7) add('conference_updated', { is_started: true, ...(random() < 0.5 ? { start_time } : {}) });
    if (random() < 0.3) add('conference_updated', { is_locked: random() < 0.5 });
    // Told twice at times, and the end is before or after it is told.
    const end_time = time + pick([1, -2], random);
    for (let times = pick([0, 1, 1, 1, 2], random); times > 0; times -= 1) add('conference_ended', { end_time });
  }
  return events;
}
