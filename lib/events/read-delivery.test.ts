import { describe, expect, test } from 'vitest';
import { readDelivery } from './read-delivery';
import { sampleEvent } from '@/lib/testing/sample-events';

const event = sampleEvent('participant_updated', { uuid: 'leg-1', display_name: 'Ann' });
const read = (body: unknown) => readDelivery(JSON.stringify(body));
const only = (body: unknown) => {
  const events = read(body);
  expect(events).toHaveLength(1);
  return events[0]!;
};
const contentOf = ({ content }: { content: string }) => JSON.parse(content) as Record<string, unknown>;

describe('the dedupe key', () => {
  test('is the same for an event alone, in a wrapper and with its keys in another order', () => {
    const reordered = Object.fromEntries(Object.entries(event).reverse());
    const wrapped = read({ event: 'eventsink_bulk', node: '127.0.0.1', seq: 0, data: [reordered] });
    expect(wrapped.map((entry) => entry.dedupeKey)).toEqual([only(event).dedupeKey]);
  });

  test.each([
    ['node', { node: '192.0.2.12' }],
    ['seq', { seq: 2 }],
    ['time', { time: event.time + 0.001 }],
    ['content', { data: { ...event.data, display_name: 'Bo' } }],
  ])('differs when only the %s differs', (_name, over) => {
    expect(only({ ...event, ...over }).dedupeKey).not.toBe(only(event).dedupeKey);
  });
});

describe('the subject', () => {
  test('of a participant is its leg, on whichever node', () => {
    expect(only(event).subject).toBe('leg:leg-1');
    expect(only({ ...event, node: '192.0.2.99' }).subject).toBe('leg:leg-1');
  });

  test('of a conference is its name on that node', () => {
    expect(only(sampleEvent('conference_ended', { name: 'Room' })).subject).toBe('conference:Room@192.0.2.11');
  });

  test.each(['participant_media_stream_window', 'participant_media_streams_destroyed'])(
    'of %s is its media',
    (name) => {
      expect(only(sampleEvent(name, { uuid: 'leg-1' })).subject).toBe('media:leg-1');
    },
  );

  test.each([
    ['the sink itself', sampleEvent('eventsink_started', {})],
    ['a name like a conference’s', sampleEvent('conference_renamed', { name: 'Room' })],
    ['a name nobody knows', sampleEvent('recording_started', { uuid: 'leg-1' })],
  ])('is none for %s, and the event is kept', (_name, body) => {
    const delivered = only(body);
    expect(delivered).toMatchObject({ subject: null, unreadableReason: null });
    expect(contentOf(delivered)).toMatchObject({ event: body.event });
  });
});

describe('an event that should change a row, and lacks what tells which, is kept with the reason', () => {
  test.each([
    ['uuid', sampleEvent('participant_disconnected', { protocol: 'H323' })],
    ['uuid', sampleEvent('participant_updated', { uuid: 'x'.repeat(101) })],
    ['uuid', sampleEvent('participant_media_stream_window', { uuid: 7 })],
    ['name', sampleEvent('conference_ended', {})],
    ['data', sampleEvent('eventsink_bulk', {})],
  ])('without its %s', (lack, body) => {
    const delivered = only(body);
    expect(delivered).toMatchObject({ subject: null, unreadableReason: `missing or malformed: ${lack}` });
    expect(contentOf(delivered)).toMatchObject({ event: body.event });
  });
});

test('a wrapper in a wrapper is unwrapped, and not without end', () => {
  const event = sampleEvent('conference_started', { name: 'Room' });
  const wrapped = (data: unknown): object => ({ event: 'eventsink_bulk', node: '127.0.0.1', seq: 0, time: 1, data });
  expect(readDelivery(JSON.stringify(wrapped([wrapped([event]), event])))).toHaveLength(2);
  let deep = wrapped([event]);
  for (let level = 0; level < 500; level += 1) deep = wrapped([deep]);
  expect(readDelivery(JSON.stringify(deep))).toHaveLength(1);
});

describe('what cannot be read is kept with the reason', () => {
  test.each([
    ['{"event":', 'not JSON', { body: '{"event":' }],
    ['', 'not JSON', { body: '' }],
    ['7', 'not an object', { body: 7 }],
    ['[]', 'not an object', { body: [] }],
    ['null', 'not an object', { body: null }],
    ['{"node":"a","time":1}', 'missing or malformed: event', { node: 'a', time: 1 }],
    ['{"event":"x","time":"soon"}', 'missing or malformed: node, time', { event: 'x', time: 'soon' }],
    ['{"event":"x","node":"a","time":1e300}', 'missing or malformed: time', { event: 'x', node: 'a', time: 1e300 }],
    ['{"event":"x","node":"a","time":0}', 'missing or malformed: time', { event: 'x', node: 'a', time: 0 }],
  ])('%s', (body, unreadableReason, content) => {
    const events = readDelivery(body);
    expect(events).toMatchObject([{ subject: null, unreadableReason }]);
    expect(events.map(contentOf)).toEqual([content]);
  });

  test('one broken event in a wrapper does not cost the others', () => {
    const events = read({ event: 'eventsink_bulk', data: [event, 'broken', { ...event, seq: 2 }] });
    expect(events.map((entry) => entry.unreadableReason)).toEqual([null, 'not an object', null]);
  });
});

describe('numbers that JSON does not have are read as none', () => {
  const nan = (text: string) => `{"event":"x","node":"a","time":1,"data":{"loss":${text},"name":"NaN \\" Infinity"}}`;

  test.each(['NaN', 'Infinity', '-Infinity', '[NaN,-Infinity, 1]'])('%s, and what stands in texts is kept', (text) => {
    const [delivered] = readDelivery(nan(text));
    expect(delivered?.unreadableReason).toBeNull();
    const loss = text.startsWith('[') ? [null, null, 1] : null;
    expect(contentOf(delivered!).data).toEqual({ loss, name: 'NaN " Infinity' });
  });

  test('in a wrapper, and whoever lacks nothing by it is read', () => {
    const timeless = nan('1').replace('"time":1', '"time":NaN');
    const events = readDelivery(`{"event":"eventsink_bulk","data":[${nan('NaN')},${timeless},${nan('1')}]}`);
    expect(events.map((entry) => entry.unreadableReason)).toEqual([null, 'missing or malformed: time', null]);
  });

  test.each(['{"a":NaNa}', '{NaN:1}', '{"a":-NaN}', '{"a":1Infinity}', '"NaN', 'NaN"'])(
    '%s is still no JSON',
    (body) => {
      expect(readDelivery(body)).toMatchObject([{ unreadableReason: 'not JSON' }]);
      expect(contentOf(readDelivery(body)[0]!)).toEqual({ body });
    },
  );

  test('a long delivery that is no JSON is looked through in a moment', () => {
    const begun = performance.now();
    for (const filling of ['\\"', '"', 'NaN', '\\', '"\\']) {
      expect(readDelivery(`{"a":"${filling.repeat(8_000_000 / filling.length)}`)).toHaveLength(1);
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('what only Mayfly itself observes', () => {
  const observation = sampleEvent('mayfly_participant_gone', { uuid: 'leg-1' }, { seq: 0 });
  const conferenceGone = sampleEvent('mayfly_conference_gone', { name: 'Room' }, { seq: 0 });
  const bulk = JSON.stringify({ event: 'eventsink_bulk', data: [observation, conferenceGone] });

  test('is of its subject when the reconciler tells it', () => {
    const own = readDelivery(bulk, 'reconciler');
    expect(own.map(({ subject }) => subject)).toEqual(['leg:leg-1', 'conference:Room@192.0.2.11']);
  });

  test('is kept and changes nothing when it is posted, and keeps nobody from telling it', () => {
    const [posted, ...others] = [...readDelivery(bulk), ...readDelivery(JSON.stringify(observation))];
    expect(others).toHaveLength(2);
    for (const event of [posted!, ...others]) expect(event).toMatchObject({ subject: null, unreadableReason: null });
    expect(contentOf(posted!)).toEqual({ ...observation, event: 'posted_mayfly_participant_gone' });
    expect(posted?.dedupeKey).not.toBe(readDelivery(bulk, 'reconciler')[0]?.dedupeKey);
  });
});

test('a wrapper with nothing in it brings nothing', () => {
  expect(read({ event: 'eventsink_bulk', data: [] })).toEqual([]);
});

test('characters that Postgres refuses are replaced, so that the event can be stored', () => {
  const body =
    '{"event":"x","node":"a","time":1,"data":{"na\\u0000me":"half \\ud83e pair, nul \\u0000, whole \\ud83e\\udd9f"}}';
  expect(contentOf(readDelivery(body)[0]!).data).toEqual({ 'na\uFFFDme': 'half \uFFFD pair, nul \uFFFD, whole 🦟' });
});

test('a subject is named as it is stored, so that it can be found by what is in the content', () => {
  expect(only(sampleEvent('participant_updated', { uuid: 'half \ud83e, nul \0' })).subject).toBe(
    'leg:half \uFFFD, nul \uFFFD',
  );
});

test('an id that would be that of a leg’s earlier stay is none, and the event is kept and changes nothing', () => {
  for (const name of ['participant_connected', 'participant_media_stream_window']) {
    const delivered = only(sampleEvent(name, { uuid: 'u1~1' }));
    expect(delivered).toMatchObject({ subject: null, unreadableReason: 'missing or malformed: uuid' });
    expect(contentOf(delivered)).toMatchObject({ data: { uuid: 'u1~1' } });
  }
});

test('nesting that would overflow a parser is cut off', () => {
  const body = `{"event":"x","node":"a","time":1,"data":{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
  const [delivered] = readDelivery(body);
  expect(delivered?.unreadableReason).toBeNull();
  expect(delivered?.content.length).toBeLessThan(200);
});
