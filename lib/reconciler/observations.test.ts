import { expect, it } from 'vitest';
import { ListedParticipant } from '@/lib/management/participants';
import type { Differences } from './find-differences';
import type { KnownLeg } from './known';
import { observe } from './observations';

const time = new Date('2026-11-21T12:00:00.500Z');
const seconds = time.getTime() / 1000;
const listed = ListedParticipant.parse({
  id: 'leg-1',
  call_uuid: 'call-1',
  conversation_id: 'talk-1',
  conference: 'Call',
  display_name: 'Dana',
  service_type: 'waiting_room',
  role: 'guest',
  protocol: 'SIP',
  has_media: true,
  connect_time: '2026-11-21T11:59:00',
  media_node: '192.0.2.11',
  call_tag: null,
  is_muted: 'no',
  not_known_yet: 1,
});
const known: KnownLeg = {
  id: 'leg-1',
  conversationId: 'talk-1',
  serviceName: 'Call',
  mainName: 'Call',
  node: '192.0.2.12',
  displayName: 'Dana',
  role: 'guest',
  stage: 'waiting_room',
  protocol: 'SIP',
  hasMedia: true,
  isMuted: false,
  connectedAt: null,
  heardAt: new Date(time.getTime() - 300_000),
  disconnectedAt: null,
  endKnownBy: null,
};
const nothing: Differences = { seen: [], gone: [], endedPlaces: [] };
const observed = (change: Partial<Differences>, past: Parameters<typeof observe>[1] = []) =>
  JSON.parse(JSON.stringify(observe({ ...nothing, ...change }, past, time)));

it('a leg that we know nothing of is told whole, by the names that events have, from the node with its media', () => {
  const data = {
    ...{ uuid: 'leg-1', call_id: 'call-1', conversation_id: 'talk-1', conference: 'Call', display_name: 'Dana' },
    ...{ service_type: 'waiting_room', role: 'guest', protocol: 'SIP', has_media: true, media_node: '192.0.2.11' },
    connect_time: Date.parse('2026-11-21T11:59:00Z') / 1000,
  };
  expect(observed({ seen: [{ listed, known: null }] })).toEqual([
    { event: 'mayfly_participant_seen', node: '192.0.2.11', seq: 0, version: 2, time: seconds, data },
  ]);
});

it('of a leg that we know, only what was missing or is otherwise is told, under its own id', () => {
  expect(observed({ seen: [{ listed, known }] })[0]).toMatchObject({ node: '192.0.2.12', data: { uuid: 'leg-1' } });
  const [unnamed, bare] = observed({
    seen: [
      { listed, known: { ...known, displayName: null } },
      { listed, known: { ...known, stage: null } },
    ],
  });
  expect(unnamed.data).toEqual({ uuid: 'leg-1', display_name: 'Dana' });
  expect(bare.data).toEqual({ uuid: 'leg-1', service_type: 'waiting_room', has_media: true });
  const inside = { ...listed, id: 'other', service_type: 'conference', role: 'chair' };
  const [changed] = observed({ seen: [{ listed: inside, known }] });
  expect(changed.data).toEqual({ uuid: 'leg-1', service_type: 'conference', role: 'chair' });
});

it('who is gone left when and why history says, of this leg first, then of its conversation', () => {
  const end = (id: string, conversationId: string, minutes: number, disconnectReason: string) => ({
    ...{ id, conversationId, disconnectReason, conferenceName: undefined, startedAt: undefined },
    endedAt: new Date(time.getTime() - minutes * 60_000),
  });
  const earlier = end('leg-0', 'talk-1', 60, 'an earlier stay');
  const sibling = end('leg-2', 'talk-1', 2, 'Call disconnected');
  const own = end('leg-1', 'talk-1', 3, 'Disconnected by an administrator');
  const reasons = [[], [earlier], [earlier, sibling], [earlier, sibling, own]].map((past) => {
    const [{ data }] = observed({ gone: [known] }, past);
    return [data.end_time, data.disconnect_reason];
  });
  expect(reasons).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [seconds - 120, 'Call disconnected'],
    [seconds - 180, 'Disconnected by an administrator'],
  ]);
});

it('who is gone and ended in another meeting left this one when last heard of, or when they came there', () => {
  const moved = (startedAt: Date | undefined, conferenceName: string) => {
    const end = { endedAt: time, disconnectReason: 'Call disconnected' };
    const [{ data }] = observed({ gone: [known] }, [
      { id: 'leg-1', conversationId: 'talk-1', conferenceName, startedAt, ...end },
    ]);
    return [data.end_time, data.disconnect_reason];
  };
  const heardAt = (known.heardAt ?? known.connectedAt)!;
  const later = new Date(heardAt.getTime() + 1000);
  expect(moved(undefined, 'Other')).toEqual([heardAt.getTime() / 1000, undefined]);
  expect(moved(later, 'Other')).toEqual([later.getTime() / 1000, undefined]);
  expect(moved(later, 'Call_breakout_0f8fad5b-d9cb-469f-a165-70867728950e')).toEqual([seconds, 'Call disconnected']);
});

it('a conference that a node carries no more is told as of that node', () => {
  const endedPlaces = [{ serviceName: 'Call', node: '192.0.2.11', startedAt: null, heardAt: null }];
  expect(observed({ endedPlaces })).toEqual([
    { event: 'mayfly_conference_gone', node: '192.0.2.11', seq: 0, version: 2, time: seconds, data: { name: 'Call' } },
  ]);
});

it('what is found of a leg, or a conference, is found after all that its node told by a clock that is ahead', () => {
  const ahead = new Date(time.getTime() + 600_000);
  const leg = { ...known, heardAt: ahead };
  const place = { serviceName: 'Call', node: '192.0.2.11', startedAt: null, heardAt: ahead };
  const times = observe({ seen: [{ listed, known: leg }], gone: [leg], endedPlaces: [place] }, [], time).map(
    (event) => event.time - ahead.getTime() / 1000,
  );
  expect(times.map((later) => Math.round(later * 1000))).toEqual([2, 1, 1]);
});
