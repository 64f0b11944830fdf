import { describe, expect, it } from 'vitest';
import { EventEnvelope } from '@/lib/events/envelope';
import { namelessEvent, withoutPeople } from './nameless-event';
import { namesAnyOf } from './names-in-text';

const envelope = (event: string, data: Record<string, unknown>) => ({
  ...{ event, node: '192.0.2.11', seq: 7, version: 2, time: 1_760_000_000, data },
});
const TICKET = '0b7c3f0a-5d0e-4a53-9a5e-0a2d7c1f0001';

describe('what is left of a leg’s event', () => {
  const left = (data: Record<string, unknown>) => namelessEvent(envelope('participant_disconnected', data), 'leg').data;

  it('is what names nobody, and that there was a name', () => {
    const facts = { uuid: 'leg', conference: 'Claim 7', related_uuids: ['other'], role: 'guest', end_time: 5 };
    expect(left({ ...facts, display_name: 'Zelda', source_alias: 'zelda', new_field: { by: 'Zelda' } })).toEqual({
      ...{ ...facts, display_name: 'Erased' },
    });
    expect(left({ uuid: 'leg', display_name: '' })).toEqual({ uuid: 'leg' });
  });

  it('keeps a tag that is our ticket, and no other', () => {
    expect(left({ call_tag: TICKET })).toEqual({ call_tag: TICKET });
    expect(left({ call_tag: 'zelda@example.com' })).toEqual({});
  });

  it('keeps Infinity’s own reasons, and says of any other that there was one', () => {
    for (const reason of ['Call disconnected', 'Conference terminated by an administrator (#pex122)'])
      expect(left({ disconnect_reason: reason })).toEqual({ disconnect_reason: reason });
    expect(left({ disconnect_reason: 'Bye from zelda@example.com' })).toEqual({ disconnect_reason: 'Erased' });
    expect(left({ disconnect_reason: 'Call disconnected by Zelda' })).toEqual({ disconnect_reason: 'Erased' });
  });

  it('keeps the figures of its streams', () => {
    const media_streams = [{ stream_id: '1', rx_codec: 'opus' }];
    expect(left({ media_streams: [{ ...media_streams[0], speaker: 'Zelda' }] })).toEqual({ media_streams });
  });
});

it('of conferences’ and media’s events, fields that are not known go', () => {
  const conference = { name: 'Claim 7', is_locked: true };
  expect(
    namelessEvent(envelope('conference_updated', { ...conference, presenter: 'Zelda' }), 'conference').data,
  ).toEqual(conference);
  const window = { uuid: 'leg', call_quality_now: '1_good', packet_loss_history: [{ stream_id: '0', time: 5 }] };
  const named = { ...window, display_name: 'Zelda', node: 'Zelda' };
  expect(namelessEvent(envelope('participant_media_stream_window', named), 'media').data).toEqual(window);
});

describe('an event that changes no row', () => {
  const without = (event: Record<string, unknown>, ...names: string[]) =>
    withoutPeople(event, { isId: (text) => text === 'leg', isName: namesAnyOf(names) });

  it('stays as it is when it names them only in its keys or in Infinity’s words', () => {
    const start = envelope('eventsink_started', {});
    expect(without(start, 'Eve', 'Tim', 'eventsink_started')).toEqual(start);
    const other = envelope('participant_renamed', { display_name: 'Every', event: 'time', role: 'guest' });
    expect(without(other, 'Eve', 'Tim', 'Guest')).toEqual(other);
  });

  it('loses the values that name them, however they are written, and can be read still', () => {
    const recorded = envelope('recording_started', { by: 'Ann "Z" Berg', at: 5, note: ['Call from Jörg', 'Bo'] });
    const after = without(recorded, 'Ann "Z" Berg', 'jörg');
    expect(after).toEqual({ ...recorded, data: { by: 'Erased', at: 5, note: ['Erased', 'Bo'] } });
    expect(EventEnvelope.safeParse(after).success).toBe(true);
    expect(without({ broken: 'Bo' }, 'Bo')).toEqual({ broken: 'Erased' });
  });

  it('tells nothing more of a leg of theirs than what names nobody', () => {
    const renamed = envelope('participant_renamed', { uuid: 'leg', name: 'Zelda', role: 'guest' });
    expect(without(renamed)).toEqual({ ...renamed, data: { uuid: 'leg', role: 'guest' } });
    const listed = envelope('roster', { people: [{ uuid: 'leg', name: 'Zelda' }] });
    expect(without(listed)).toEqual({ ...listed, data: {} });
  });
});
