import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import { foldAll } from './fold';
import { mediaFold, mediaRow, mediaWindow } from './project-media';
import { storedSubjectsOf, subjectsOf } from './subjects';

const START = 1_760_000_000;
const media = (...events: unknown[]) => mediaRow('leg-1', foldAll(mediaFold, storedOnce(events))!.state);
const window = (time: number, now: unknown, more: object = {}) =>
  sampleEvent('participant_media_stream_window', { uuid: 'leg-1', call_quality_now: now, ...more }, { time });
const destroyed = (time: number, ...media_streams: unknown[]) =>
  sampleEvent('participant_media_streams_destroyed', { uuid: 'leg-1', media_streams }, { time });

function recorded(event: string, file = 'events'): unknown {
  const lines = readFileSync(`lib/testing/fixtures/${file}.jsonl`, 'utf8').trim().split('\n');
  const payloads = lines.map((line) => (JSON.parse(line) as { payload: { event: string; data: object } }).payload);
  return (
    payloads.find((payload) => payload.event === event && 'media_streams' in payload.data) ??
    payloads.find((payload) => payload.event === event)
  );
}

describe('the quality of a leg', () => {
  test('is that of its last window, and the worst there was', () => {
    const windows = [window(START, '1_good'), window(START + 9, '4_terrible'), window(START + 20, '2_ok')];
    expect(media(...windows)).toEqual({ legId: 'leg-1', quality: 2, worstQuality: 4, streams: null });
  });

  test('is not known while it is called unknown', () => {
    expect(media(window(START, '3_bad'), window(START + 1, '0_unknown'))).toMatchObject({
      quality: null,
      worstQuality: 3,
    });
    expect(media(window(START, '0_unknown'))).toBeNull();
  });

  test('was once what a window says it was before', () => {
    expect(media(window(START, '1_good', { call_quality_was: '4_terrible' }))?.worstQuality).toBe(4);
  });

  test.each([undefined, null, 3, 'bad', '9_other', {}])('is not changed by %j', (now) => {
    expect(media(window(START, '2_ok'), window(START + 1, now))).toMatchObject({ quality: 2, worstQuality: 2 });
    expect(mediaWindow(window(START, now))).toBeNull();
  });

  test('has a moment with the loss of the reported history', () => {
    const [{ envelope } = { envelope: null }] = storedOnce([recorded('participant_media_stream_window')]);
    const moment = mediaWindow(envelope!);
    expect(moment).toMatchObject({ quality: 3, lostToPerson: 0, at: new Date(1_603_188_859_437) });
    // 58 + 104 lost, 1120 + 1901 received.
    expect(moment?.lostToNode).toBeCloseTo((100 * 162) / 3183, 9);
  });

  test('has a moment without loss when nothing was counted', () => {
    expect(mediaWindow(window(START, '0_unknown'))).toEqual({
      legId: 'leg-1',
      at: new Date(START * 1000),
      quality: 0,
      lostToNode: null,
      lostToPerson: null,
    });
  });
});

describe('the final figures of a leg', () => {
  test('are read from either version', () => {
    const video = { type: 'video', toNodeCodec: 'VP8', toNodeResolution: '1280x720', toPersonPackets: 6883 };
    expect(media(recorded('participant_media_streams_destroyed'))?.streams?.[1]).toMatchObject({ id: '1.2', ...video });
    expect(media(recorded('participant_disconnected'))?.streams?.[1]).toMatchObject({ id: '1', ...video });
  });

  test('say nothing where the wire says None or nothing', () => {
    const told = destroyed(START, { stream_id: '0', rx_resolution: 'None', tx_resolution: '', rx_codec: 7 });
    expect(media(told)?.streams).toMatchObject([
      { id: '0', type: null, toNodeResolution: null, toPersonResolution: null, toNodeCodec: null },
    ]);
  });

  test('of a stream that is told twice are there once, the later ones', () => {
    const stream = (rx_bitrate: number) => ({ stream_id: '0', stream_type: 'audio', start_time: START, rx_bitrate });
    expect(media(destroyed(START, stream(1)), destroyed(START + 1, stream(2)))?.streams).toMatchObject([
      { toNodeKbits: 2 },
    ]);
  });

  test.each([
    ['none', undefined],
    ['text', 'x'],
    ['a list of nonsense', [null, 7, 'x']],
  ])('are taken when they are %s', (_n, all) => {
    const event = sampleEvent('participant_media_streams_destroyed', { uuid: 'leg-1', media_streams: all });
    expect(media(event)).toBeNull();
  });
});

test('a disconnect that brings media is about the media too, and found again', () => {
  const disconnect = (data: object) => sampleEvent('participant_disconnected', { uuid: 'leg-1', ...data });
  expect(subjectsOf(disconnect({}))).toEqual(['leg:leg-1']);
  expect(subjectsOf(disconnect({ media_streams: [] }))).toEqual(['leg:leg-1', 'media:leg-1']);
  expect(storedSubjectsOf('media:leg-1')).toContain('leg:leg-1');
});
