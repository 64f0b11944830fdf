import { describe, expect, test } from 'vitest';
import type { LegMediaRow, LegRow } from './leg';
import { peopleOfLegs } from './people-of-legs';
import type { KnownTicket } from './person';
import { heldTickets } from './ticket-holders';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const ROOM = 'Room_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';

function leg(id: string, over: Partial<LegRow> = {}): LegRow {
  const arrived = { connectedAt: at(0), joinedAt: at(0), hostJoinedAt: null, heardAt: over.connectedAt ?? at(0) };
  return {
    id,
    conversationId: 'ann',
    serviceName: 'Room',
    mainName: 'Room',
    node: '192.0.2.11',
    displayName: 'Ann',
    formerNames: [],
    address: null,
    protocol: 'WebRTC',
    callTag: null,
    role: 'guest',
    stage: 'conference',
    hasMedia: true,
    isMuted: false,
    isStreaming: false,
    relatedIds: [],
    ...arrived,
    disconnectedAt: null,
    disconnectReason: null,
    endKnownBy: null,
    mediaSince: null,
    mediaUntil: null,
    ...over,
  };
}
const control = (id: string, over: Partial<LegRow> = {}) => leg(id, { protocol: 'API', hasMedia: false, ...over });
const left = (minute: number, reason = 'Call disconnected'): Partial<LegRow> => ({
  disconnectedAt: at(minute),
  disconnectReason: reason,
  endKnownBy: 'reported',
});

const people = (legs: LegRow[], media: LegMediaRow[] = [], tickets: KnownTicket[] = []) =>
  peopleOfLegs(legs, new Map(media.map((row) => [row.legId, row])), heldTickets(tickets, legs));

describe('who is a person', () => {
  test('a browser with its control leg and its media leg is one', () => {
    expect(people([control('a'), leg('b')])).toMatchObject([
      { conversationId: 'ann', isCounted: true, protocol: 'WebRTC' },
    ]);
  });

  test('conversations of which one leg names the other are one, by the name of the first', () => {
    const legs = [
      leg('b', { conversationId: 'later', connectedAt: at(1), relatedIds: ['a'] }),
      control('a', { conversationId: 'first' }),
      leg('c', { conversationId: 'last', connectedAt: at(2), relatedIds: ['b', 'nobody'] }),
    ];
    expect(people(legs).map((person) => person.conversationId)).toEqual(['first']);
  });

  test('stays of a leg that are over are of whoever it is, and of whoever names it', () => {
    const legs = [
      control('a~1', { conversationId: 'first', relatedIds: ['a'], ...left(5) }),
      leg('b~1', { conversationId: 'other', relatedIds: ['b', 'a'], connectedAt: at(1), ...left(5) }),
      leg('b', { conversationId: 'third', relatedIds: ['a'], connectedAt: at(6) }),
    ];
    expect(people(legs).map(({ conversationId }) => conversationId)).toEqual(['first']);
    expect(people(legs.slice(0, 2)).map(({ conversationId }) => conversationId)).toEqual(['first']);
  });

  test('a stream is nobody, and who only ever had a control leg is not counted', () => {
    const legs = [leg('s', { conversationId: 'stream', isStreaming: true }), control('a', { conversationId: 'page' })];
    expect(people(legs)).toMatchObject([{ conversationId: 'page', isCounted: false }]);
  });

  test('who is being called is not counted, and has not arrived, until they answer', () => {
    const phone = leg('phone', { protocol: 'SIP', stage: 'ringing', joinedAt: null });
    expect(people([phone])).toMatchObject([{ isCounted: false, arrivedAt: null }]);
    expect(people([{ ...phone, ...left(5) }])).toMatchObject([{ isCounted: false, arrivedAt: null }]);
    const own = leg('b', { connectedAt: at(3) });
    expect(people([phone, own])).toMatchObject([{ isCounted: true, arrivedAt: at(3) }]);
    expect(people([{ ...phone, stage: 'waiting_room' }])).toMatchObject([{ isCounted: true, arrivedAt: at(0) }]);
  });

  test('a leg of another protocol, or of none, is somebody, whatever is said of its media', () => {
    const silent = (id: string, protocol: string | null) => leg(id, { conversationId: id, protocol, hasMedia: false });
    const legs = [silent('browser', 'WebRTC'), silent('phone', 'SIP'), silent('untold', null)];
    expect(people(legs).map(({ isCounted }) => isCounted)).toEqual([true, true, true]);
  });

  test('the same legs in another order are the same people', () => {
    const legs = [
      leg('a'),
      control('b'),
      leg('c', { conversationId: 'bo' }),
      leg('d', { conversationId: 'cy', relatedIds: ['c'] }),
    ];
    expect(people([...legs].reverse())).toEqual(people(legs));
  });
});

describe('who a person is', () => {
  const ticket = { id: 'ticket', agentId: 'agent', displayName: 'Ticket holder', serviceName: 'Room' };

  test('is told by the leg with media, then by the one that came last', () => {
    const legs = [control('a', { displayName: 'Control', connectedAt: at(9) }), leg('b', { displayName: 'Media' })];
    expect(people(legs)[0]?.displayName).toBe('Media');
    expect(people([...legs, leg('c', { displayName: 'New', connectedAt: at(3) })])[0]?.displayName).toBe('New');
  });

  test('is told by the ticket when Infinity shows no name', () => {
    const unnamed = leg('a', { displayName: null, callTag: 'ticket' });
    expect(people([unnamed], [], [ticket])).toMatchObject([
      { displayName: 'Ticket holder', ticketId: 'ticket', agentId: 'agent' },
    ]);
    const named = leg('a', { callTag: 'ticket' });
    expect(people([named], [], [ticket])).toMatchObject([{ displayName: 'Ann', ticketId: 'ticket' }]);
  });

  test('is no agent with a call tag that is no ticket of ours', () => {
    expect(people([leg('a', { callTag: 'made up' })], [], [ticket])).toMatchObject([{ ticketId: null, agentId: null }]);
  });

  test('is a host when any leg is', () => {
    expect(people([leg('a'), control('b', { role: 'host' })])[0]?.role).toBe('host');
  });

  test('is a guest when they were a host before they left and came back', () => {
    const host = leg('a', { role: 'host', ...left(5) });
    const back = leg('b', { connectedAt: at(6), joinedAt: at(6) });
    expect(people([host, back])[0]?.role).toBe('guest');
    expect(people([host, { ...back, ...left(9) }])[0]?.role).toBe('guest');
    expect(people([host, control('c', { connectedAt: at(1), ...left(5) })])[0]?.role).toBe('host');
    expect(people([host, { ...back, role: null }])[0]?.role).toBe('host');
  });
});

describe('where a person is', () => {
  test('is told by the media leg while the control leg lags behind', () => {
    expect(people([control('a', { stage: 'waiting_room' }), leg('b')])[0]?.isWaiting).toBe(false);
    expect(people([control('a'), leg('b', { stage: 'waiting_room' })])[0]?.isWaiting).toBe(true);
  });

  test('is not inside by the control leg alone while the media leg waits, and neither has joined', () => {
    const waits = leg('b', { stage: 'waiting_room', joinedAt: null });
    expect(people([control('a'), waits])).toMatchObject([{ isWaiting: true, joinedAt: null }]);
    expect(people([control('a'), { ...waits, ...left(5) }])[0]?.joinedAt).toBeNull();
    const inside = leg('b', { joinedAt: at(2) });
    expect(people([control('a', { joinedAt: null, stage: 'waiting_room' }), inside])).toMatchObject([
      { isWaiting: false, joinedAt: at(2) },
    ]);
    expect(people([control('a')])[0]?.joinedAt).toEqual(at(0));
  });

  test('is nowhere, and waits for nothing, after leaving', () => {
    const gone = leg('a', { stage: 'waiting_room', serviceName: ROOM, isMuted: true, ...left(5) });
    expect(people([gone])).toMatchObject([{ isWaiting: false, isMuted: false, room: null, leftAt: at(5) }]);
  });

  test('is the breakout room of the media leg, not that of a shadow', () => {
    expect(people([leg('a', { serviceName: ROOM })])[0]?.room).toBe(ROOM);
    const shadow = control('s', { serviceName: ROOM, connectedAt: at(9), role: 'host' });
    expect(people([leg('a'), shadow])).toMatchObject([{ room: null, isCounted: true }]);
  });

  test('is not the room of a leg that stayed behind when another one was made', () => {
    const behind = leg('a', { heardAt: at(1) });
    const moved = leg('b', { serviceName: ROOM, connectedAt: at(5), heardAt: at(5) });
    expect(people([behind, moved])).toMatchObject([{ room: ROOM, leftAt: null, arrivedAt: at(0) }]);
    expect(people([behind, { ...moved, ...left(9) }])).toMatchObject([{ leftAt: at(9) }]);
  });
});

describe('a person has left', () => {
  test('with the last leg, for its reason', () => {
    const legs = [leg('a', left(5)), control('b', left(6, 'Timer expired awaiting token refresh'))];
    expect(people(legs)).toMatchObject([
      { leftAt: at(6), leftReason: 'Timer expired awaiting token refresh', leftKnownBy: 'reported' },
    ]);
    expect(people([...legs, leg('c')])).toMatchObject([{ leftAt: null, leftReason: null, leftKnownBy: null }]);
  });

  test('although a shadow of theirs is still in a breakout room', () => {
    expect(people([leg('a', left(5)), control('s', { serviceName: ROOM })])[0]?.leftAt).toEqual(at(5));
  });

  test('when their media did, if of the control leg the end is only inferred', () => {
    const inferred = control('b', { disconnectedAt: at(60), endKnownBy: 'conference_ended' });
    expect(people([leg('a', left(5)), inferred])).toMatchObject([{ leftAt: at(5), leftKnownBy: 'reported' }]);
  });
});

describe('how well it went', () => {
  const row = (
    legId: string,
    quality: number | null,
    worstQuality: number | null,
    streams: LegMediaRow['streams'] = null,
  ) => ({
    legId,
    quality,
    worstQuality,
    streams,
  });

  test('is told under the own legs and under those that they name', () => {
    const media = [row('stream', 2, 2, [{ id: '1' }]), row('b', null, 4, [{ id: '0' }]), row('other', 1, 1)];
    expect(people([control('a', { relatedIds: ['stream'] }), leg('b')], media)).toMatchObject([
      { quality: 2, worstQuality: 4, streams: [{ id: '0' }, { id: '1' }] },
    ]);
  });

  test('is not known when nothing was told', () => {
    expect(people([leg('a')])).toMatchObject([{ quality: null, worstQuality: null, streams: null }]);
  });
});
