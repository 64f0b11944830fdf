import { expect, test } from 'vitest';
import { applyFaults, noFaults, type SinkFaults } from './sink-faults';
import type { Envelope } from './sink-message';

function sentUnder(given: Partial<SinkFaults>, ...events: string[]) {
  let faults: SinkFaults = { ...noFaults, ...given };
  let held: readonly Envelope[] = [];
  const sent: number[] = [];
  for (const [index, event] of events.entries()) {
    const envelope: Envelope = { node: '192.0.2.11', seq: index + 1, version: 2, time: index, event, data: {} };
    const outcome = applyFaults(faults, held, envelope);
    ({ faults, held } = outcome);
    sent.push(...outcome.released.map(({ seq }) => seq));
  }
  return { sent: sent.join(' '), faults, held: held.map(({ seq }) => seq) };
}

test('without faults every event goes on as it comes', () => {
  expect(sentUnder({}, 'a', 'b').sent).toBe('1 2');
});

test('so many events are lost, after they have been numbered', () => {
  const { sent, faults } = sentUnder({ lose: { count: 2 } }, 'a', 'b', 'c');
  expect(sent).toBe('3');
  expect(faults.lose).toBeNull();
});

test('events of one kind are lost until the faults are lifted', () => {
  const { sent, faults } = sentUnder({ lose: { count: null, events: ['b'] } }, 'a', 'b', 'a', 'b');
  expect(sent).toBe('1 3');
  expect(faults.lose).not.toBeNull();
});

test('events of a kind are counted by themselves', () => {
  expect(sentUnder({ duplicate: { count: 1, events: ['b'] } }, 'a', 'b', 'a', 'b').sent).toBe('1 2 2 3 4');
});

test('events are held back until they are complete, then sent last first, once', () => {
  expect(sentUnder({ outOfOrder: { count: 3 } }, 'a', 'b')).toMatchObject({ sent: '', held: [1, 2] });
  expect(sentUnder({ outOfOrder: { count: 3 } }, 'a', 'b', 'c', 'd', 'e').sent).toBe('3 2 1 4 5');
});

test('faults add up: what is lost is neither doubled nor held', () => {
  const both = { lose: { count: 1 }, duplicate: { count: null }, outOfOrder: { count: 4 } };
  expect(sentUnder(both, 'a', 'b', 'c').sent).toBe('3 3 2 2');
});
