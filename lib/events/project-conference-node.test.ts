import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { EventEnvelope } from './envelope';
import { inEventOrder } from './event-order';
import { foldAll } from './fold';
import { conferenceNodeFold, conferenceNodeRow } from './project-conference-node';

const START = 1_760_000_000;
const at = (time: number) => new Date(time * 1000);
const conferenceSince = (sinkStarts: Date[], ...events: EventEnvelope[]) =>
  conferenceNodeRow(foldAll(conferenceNodeFold, storedOnce(events))!.state, sinkStarts);
const conference = (...events: EventEnvelope[]) => conferenceSince([], ...events);

describe('a conference on a node', () => {
  const started = (time: number) => sampleEvent('conference_started', { name: 'Room', start_time: time }, { time });
  const update = (time: number, data: object) => sampleEvent('conference_updated', { name: 'Room', ...data }, { time });
  const ended = (time: number) => sampleEvent('conference_ended', { name: 'Room', end_time: time }, { time });
  const gone = (time: number) => sampleEvent('mayfly_conference_gone', { name: 'Room' }, { time, seq: 0 });

  test('has ended although its start arrives after its end', () => {
    expect(conference(ended(START + 60), started(START))).toMatchObject({
      startedAt: at(START),
      endedAt: at(START + 60),
    });
  });

  test('lives anew when the same name starts again', () => {
    const row = conference(
      started(START),
      update(START + 1, { is_locked: true }),
      ended(START + 60),
      started(START + 90),
    );
    expect(row).toMatchObject({ startedAt: at(START + 90), isLocked: false });
  });

  test('lives anew when only an update of the new life has arrived', () => {
    const row = conference(started(START), ended(START + 60), update(START + 95, { start_time: START + 90 }));
    expect(row).toMatchObject({ startedAt: at(START + 90) });
  });

  test('that lives anew keeps when it last ended, and everything that its new life said', () => {
    const row = conference(
      started(START),
      ended(START + 60),
      update(START + 95, { start_time: START + 90, is_locked: true }),
      update(START + 96, { start_time: START + 90, is_started: true }),
    );
    expect(row).toMatchObject({ endedAt: at(START + 60), isLocked: true, hasHost: true });
  });

  test('that lives anew began after it ended, however its node counts', () => {
    const rash = sampleEvent('conference_ended', { name: 'Room', end_time: START + 61 }, { time: START + 60 });
    const row = conference(started(START), rash, started(START + 61));
    expect(row!.startedAt!.getTime()).toBeGreaterThan(row!.endedAt!.getTime());
  });

  test('is over when its end told of its start, though that is later by a clock that was set back', () => {
    const data = { name: 'Room', start_time: START + 120, end_time: START + 60 };
    const row = conference(started(START + 120), sampleEvent('conference_ended', data, { time: START + 60 }));
    expect(row).toMatchObject({ startedAt: at(START + 120), endedAt: at(START + 120) });
  });

  test('keeps its host when an update is only about the lock', () => {
    const row = conference(
      started(START),
      update(START + 1, { is_started: true }),
      update(START + 2, { is_locked: true }),
    );
    expect(row).toMatchObject({ hasHost: true, isLocked: true });
  });

  test('is over when its node lists it no more, until the node reports of it again', () => {
    expect(conference(started(START), gone(START + 60))?.endedAt).toEqual(at(START + 60));
    expect(conference(started(START), gone(START + 60), update(START + 61, {}))?.endedAt).toBeNull();
  });

  test('is over when its node began anew and has not reported of it since', () => {
    const starts = [at(START + 90), at(START + 60)];
    expect(conferenceSince(starts, started(START))?.endedAt).toEqual(at(START + 60));
    expect(conferenceSince(starts, started(START), update(START + 91, {}))?.endedAt).toBeNull();
    expect(conferenceSince(starts, started(START), ended(START + 30))?.endedAt).toEqual(at(START + 30));
  });

  test('whose times are given as 0 is told none', () => {
    const untold = { name: 'Room', start_time: 0, end_time: 0 };
    const events = [
      sampleEvent('conference_started', untold, { time: START }),
      sampleEvent('conference_ended', untold, { time: START + 60 }),
    ];
    expect(conference(...events)).toMatchObject({ startedAt: at(START), endedAt: at(START + 60) });
  });

  test('that is a breakout room belongs to its main conference', () => {
    const name = 'Room_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';
    const row = conference(sampleEvent('conference_started', { name }, { time: START }));
    expect(row).toMatchObject({ serviceName: name, mainName: 'Room' });
  });
});

test('what happened before an end with a start after it tells nothing more, whatever else is told', () => {
  const time = fc.integer({ min: 0, max: 6 });
  const told = fc.record(
    { start_time: time.map((second) => START + second), end_time: time.map((second) => START + second) },
    { requiredKeys: [] },
  );
  const kinds = ['conference_started', 'conference_updated', 'conference_ended', 'mayfly_conference_gone'];
  const flags = fc.record(
    { is_started: fc.boolean(), is_locked: fc.boolean(), tag: fc.string() },
    { requiredKeys: [] },
  );
  const anyEvent = fc
    .tuple(fc.constantFrom(...kinds), time, fc.integer({ min: 0, max: 3 }), told, flags)
    .map(([kind, second, seq, times, said]) =>
      sampleEvent(kind, { name: 'Room', ...times, ...said }, { time: START + second, seq }),
    );
  const holds = (events: EventEnvelope[]) => {
    const all = inEventOrder(storedOnce(events));
    const lastStart = all.findLastIndex(({ envelope }) => envelope.event === 'conference_started');
    all.forEach(({ envelope }, place) => {
      if (envelope.event !== 'conference_ended' || place > lastStart) return;
      expect(foldAll(conferenceNodeFold, all.slice(place))).toEqual(foldAll(conferenceNodeFold, all));
    });
  };
  fc.assert(fc.property(fc.array(anyEvent, { maxLength: 12, size: 'max' }), holds), { numRuns: 3_000 });
});
