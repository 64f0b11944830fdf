import { expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { credibleStarts } from './sink-starts';

const START = 1_760_000_000;
const at = (seconds: number) => new Date((START + seconds) * 1000);
const received = (event: string, happened: number, arrived: number) => ({
  dedupeKey: `${event} ${happened}`,
  envelope: sampleEvent(event, {}, { time: START + happened }),
  receivedAt: at(arrived),
});

test('a start by a clock that is far ahead of its own arrival tells nothing, whatever arrives with it', () => {
  const ahead = received('eventsink_started', 90, 0);
  expect(credibleStarts([ahead])).toEqual([]);
  expect(credibleStarts([ahead, received('eventsink_started', 40, 40), received('recording_started', 0, 40)])).toEqual([
    { node: '192.0.2.11', at: at(40) },
  ]);
});

test('a start that is a little ahead, or from long ago, tells', () => {
  const starts = [received('eventsink_started', 60, 0), received('eventsink_started', 0, 7_200)];
  expect(credibleStarts(starts).map((start) => start.at)).toEqual([at(60), at(0)]);
});
