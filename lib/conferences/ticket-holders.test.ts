import { describe, expect, test } from 'vitest';
import { inMemoryProjection } from '@/lib/testing/in-memory-projection';
import { sampleEvent } from '@/lib/testing/sample-events';
import { storedOnce } from '@/lib/testing/stored-once';
import type { LegRow } from './leg';
import type { KnownTicket } from './person';
import { heldTickets } from './ticket-holders';

const START = 1_760_000_000;
const TAG = '0f8fad5b-d9cb-469f-a165-70867728950e';
const AGAIN = '1f8fad5b-d9cb-469f-a165-70867728950e';
const ROOM = 'Room_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';
const ticket = (id: string, serviceName = 'Room', agentId: string | null = 'agent'): KnownTicket => ({
  ...{ id, agentId, serviceName, displayName: 'Ingrid' },
});
const event = (name: string, uuid: string, after: number, data: object = {}) =>
  sampleEvent(
    `participant_${name}`,
    { uuid, conversation_id: uuid, conference: 'Room', protocol: 'WebRTC', has_media: true, ...data },
    { time: START + after, seq: after },
  );
const connected = (uuid: string, after: number, data: object = {}) => event('connected', uuid, after, data);
const tagged = { call_tag: TAG };

/** Whose conversation in each conference is an agent's, and which tickets are whose. */
function agents(events: object[], tickets = [ticket(TAG)]) {
  const byId = new Map(tickets.map((each) => [each.id, each]));
  const { apply, people } = inMemoryProjection({ tickets: byId });
  apply(storedOnce(events));
  const told = [...people].flatMap(([name, those]) =>
    those.flatMap(({ agentId, conversationId }) => (agentId === null ? [] : [`${conversationId} in ${name}`])),
  );
  return told.sort();
}

describe('a ticket is', () => {
  test('of whoever came with it, by all their legs', () => {
    const media = connected('media', 1, { conversation_id: 'ann' });
    const control = connected('ann', 0, { ...tagged, protocol: 'API', has_media: false });
    expect(agents([control, media])).toEqual(['ann in Room']);
    expect(agents([connected('ann', 0, { call_tag: TAG.toUpperCase() })])).toEqual(['ann in Room']);
  });

  test('nobody’s in another meeting than its own', () => {
    expect(agents([connected('ann', 0, tagged)], [ticket(TAG, 'Another')])).toEqual([]);
    const inBoth = [connected('ann', 0, tagged), connected('eve', 5, { ...tagged, conference: 'Another' })];
    expect(agents(inBoth)).toEqual(['ann in Room']);
  });

  test('not of who came with it later, in whatever order that is heard, or after its holder left', () => {
    const [ann, eve] = [connected('ann', 0, tagged), connected('eve', 5, tagged)];
    expect(agents([ann, eve])).toEqual(['ann in Room']);
    expect(agents([eve, ann])).toEqual(['ann in Room']);
    expect(agents([ann, event('disconnected', 'ann', 3, tagged), eve])).toEqual(['ann in Room']);
  });

  test('another one for who dials anew, who is an agent by both', () => {
    const events = [
      connected('ann', 0, tagged),
      event('disconnected', 'ann', 5, tagged),
      connected('redialled', 9, { call_tag: AGAIN }),
    ];
    expect(agents(events, [ticket(TAG), ticket(AGAIN)])).toEqual(['ann in Room', 'redialled in Room']);
  });

  test('its holder’s in breakout rooms, after coming back under the same id, and where they are moved', () => {
    const ann = connected('ann', 0, tagged);
    expect(agents([connected('ann', 0, { ...tagged, conference: ROOM })])).toEqual(['ann in Room']);
    expect(agents([ann, event('updated', 'ann', 5, { conference: ROOM })])).toEqual(['ann in Room']);
    const back = [ann, event('disconnected', 'ann', 5), connected('ann', 9, tagged)];
    expect(agents(back)).toEqual(['ann in Room']);
    expect(agents([ann, event('updated', 'ann', 5, { conference: 'Other' })])).toEqual(['ann in Other', 'ann in Room']);
  });

  test('not of another who was moved with it, though that was heard of first', () => {
    const eve = [connected('eve', 5, tagged), event('updated', 'eve', 9, { conference: 'Other' })];
    const { apply, people } = inMemoryProjection({ tickets: new Map([[TAG, ticket(TAG)]]) });
    apply(storedOnce(eve));
    expect(people.get('Other')).toMatchObject([{ agentId: 'agent' }]);
    apply(storedOnce([connected('ann', 0, tagged)]));
    expect(people.get('Other')).toMatchObject([{ agentId: null, ticketId: null }]);
    expect(people.get('Room')).toMatchObject([{ agentId: 'agent' }, { agentId: null }]);
  });

  test('nobody’s where who dials brings none', () => {
    expect(agents([connected('phone', 0, { protocol: 'SIP' })])).toEqual([]);
  });
});

test('of a thousand with a ticket each, nobody’s legs are looked at for everybody else’s', () => {
  let reads = 0;
  const legs = Array.from({ length: 1_000 }, (_, index) => {
    const own = { id: `leg-${index}`, conversationId: `person-${index}`, mainName: 'Room', relatedIds: [] };
    const callTag = () => ((reads += 1), `ticket-${index}`);
    return Object.defineProperty({ ...own, connectedAt: null } as unknown as LegRow, 'callTag', { get: callTag });
  });
  const held = heldTickets(
    legs.map((_, index) => ticket(`ticket-${index}`)),
    legs,
  );
  expect([...held.values()].map(({ legIds }) => [...legIds])).toEqual(legs.map(({ id }) => [id]));
  expect(reads).toBeLessThan(10 * legs.length);
});
