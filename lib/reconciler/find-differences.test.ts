import { describe, expect, it } from 'vitest';
import type { Alarm } from '@/lib/management/alarms';
import type { ListedParticipant } from '@/lib/management/participants';
import { findDifferences } from './find-differences';
import type { Known, KnownLeg, KnownPlace } from './known';
import type { Listing } from './listing';

const askedAt = new Date('2026-11-21T12:00:00Z');
const before = (seconds: number) => new Date(askedAt.getTime() - seconds * 1000);
const ROOM = 'Call_breakout_0a0a0a0a-0000-4000-8000-000000000000';

const leg = (change: Partial<KnownLeg> = {}): KnownLeg => ({
  id: 'leg-1',
  conversationId: 'talk-1',
  serviceName: 'Call',
  mainName: 'Call',
  node: '192.0.2.11',
  displayName: 'Dana',
  role: 'guest',
  stage: 'conference',
  protocol: 'SIP',
  hasMedia: true,
  isMuted: false,
  connectedAt: before(600),
  heardAt: before(300),
  disconnectedAt: null,
  endKnownBy: null,
  ...change,
});
const place = (change: Partial<KnownPlace> = {}): KnownPlace => ({
  serviceName: 'Call',
  node: '192.0.2.11',
  startedAt: before(600),
  heardAt: before(600),
  ...change,
});
const participant = (change: Partial<ListedParticipant> = {}): ListedParticipant =>
  ({
    id: 'leg-1',
    conversation_id: 'talk-1',
    conference: 'Call',
    display_name: 'Dana',
    ...change,
  }) as ListedParticipant;
const lostNode = (raisedAt?: Date) => ({ name: 'connectivity_lost', raisedAt }) as Alarm;

function differences(listing: Partial<Listing>, known: Partial<Known> = {}) {
  const found = findDifferences(
    { askedAt, participants: [], unreadIn: new Set(), places: [], alarms: [], ...listing },
    { legs: [], places: [], ours: new Set(['Call']), heardOfLately: new Set(), nodesHeardAt: new Map(), ...known },
  );
  return {
    seen: found.seen.map(({ listed }) => listed.id),
    gone: found.gone.map(({ id }) => id),
    ended: found.endedPlaces.map(({ serviceName, node }) => `${serviceName}@${node}`),
  };
}
const nothing = { seen: [], gone: [], ended: [] };

describe('a leg that is not listed', () => {
  it('is gone, whatever conference it was in', () => {
    expect(differences({}, { legs: [leg(), leg({ id: 'b', conversationId: 'b', mainName: 'Theirs' })] })).toEqual({
      ...nothing,
      gone: ['leg-1', 'b'],
    });
  });

  it('is there when it was heard about the time of the question, or later by a clock that is somewhat ahead', () => {
    for (const seconds of [9, 0, -60]) {
      expect(differences({}, { legs: [leg({ heardAt: before(seconds) })] })).toEqual(nothing);
    }
  });

  it('is gone, and its conference over, by a clock that is wrong, unless an event came lately by ours', () => {
    const known = { legs: [leg({ heardAt: before(-61) })], places: [place({ startedAt: before(-61) })] };
    expect(differences({}, known)).toEqual({ ...nothing, gone: ['leg-1'], ended: ['Call@192.0.2.11'] });
    const heardOfLately = new Set(['leg:leg-1', 'conference:Call@192.0.2.11']);
    expect(differences({}, { ...known, heardOfLately })).toEqual(nothing);
  });

  it('is there, and its conference, when somebody is listed there, or anywhere, of whom nothing can be read', () => {
    const known = { legs: [leg()], places: [place()] };
    expect(differences({ unreadIn: new Set(['Call']) }, known)).toEqual(nothing);
    expect(differences({ unreadIn: new Set([undefined]) }, known)).toEqual(nothing);
    const elsewhere = { gone: ['leg-1'], ended: ['Call@192.0.2.11'] };
    expect(differences({ unreadIn: new Set(['Theirs']) }, known)).toEqual({ ...nothing, ...elsewhere });
  });

  it('is there when an event of it reached us just now, by whatever clock of its node', () => {
    const known = { legs: [leg()], places: [place()] };
    expect(differences({}, { ...known, heardOfLately: new Set(['leg:leg-1', 'conference:Call@192.0.2.11']) })).toEqual(
      nothing,
    );
  });

  it('may be one whose row cannot be read, in that conference, or in any when the row names none', () => {
    const legs = [leg(), leg({ id: 'b', conversationId: 'b', serviceName: 'Theirs', mainName: 'Theirs' })];
    expect(differences({ unreadIn: new Set(['Call']) }, { legs }).gone).toEqual(['b']);
    expect(differences({ unreadIn: new Set([undefined]) }, { legs }).gone).toEqual([]);
  });

  it('is gone though nothing ever told a time of it', () => {
    expect(differences({}, { legs: [leg({ heardAt: null, connectedAt: null })] }).gone).toEqual(['leg-1']);
  });

  it('is there while its conversation is: a browser’s legs may be listed under other ids', () => {
    const other = participant({ id: 'another-id' });
    expect(differences({ participants: [other] }, { legs: [leg()] })).toEqual(nothing);
    const byCall = participant({ id: 'another-id', conversation_id: undefined, call_uuid: 'talk-1' });
    expect(differences({ participants: [byCall] }, { legs: [leg()] })).toEqual(nothing);
  });

  it('that is over already is no news', () => {
    const over = leg({ disconnectedAt: before(60), endKnownBy: 'not_listed' });
    expect(differences({}, { legs: [over] })).toEqual(nothing);
  });
});

describe('a leg that is listed', () => {
  it('and known is no difference, also in a breakout room', () => {
    expect(differences({ participants: [participant({ conference: ROOM })] }, { legs: [leg()] })).toEqual(nothing);
  });

  it('and unknown is seen, once however often it was read, in our conferences and their rooms alone', () => {
    const [a, b] = [participant({ id: 'a', conversation_id: 'a' }), participant({ id: 'b', conversation_id: 'b' })];
    const inRoom = participant({ id: 'c', conversation_id: 'c', conference: ROOM });
    const theirs = participant({ id: 'd', conversation_id: 'd', conference: 'Theirs' });
    const nowhere = participant({ id: 'e', conversation_id: 'e', conference: undefined });
    expect(differences({ participants: [a, b, a, inRoom, theirs, nowhere] }).seen).toEqual(['a', 'b', 'c']);
  });

  it('under an id of its own is known by its conversation, unless all of that is over for a while', () => {
    const listed = { participants: [participant({ id: 'another-id' })] };
    const over = (seconds: number) => leg({ disconnectedAt: before(seconds), endKnownBy: 'reported' });
    expect(differences(listed, { legs: [leg()] })).toEqual(nothing);
    expect(differences(listed, { legs: [over(5)] })).toEqual(nothing);
    expect(differences(listed, { legs: [over(60)] }).seen).toEqual(['another-id']);
    expect(differences(listed, { legs: [over(60), leg({ id: 'leg-2' })] })).toEqual(nothing);
  });

  it('and lacks a name or a stage that the list has is seen', () => {
    const listed = { participants: [participant({ service_type: 'conference' })] };
    expect(differences(listed, { legs: [leg({ displayName: null })] }).seen).toEqual(['leg-1']);
    expect(differences(listed, { legs: [leg({ stage: null })] }).seen).toEqual(['leg-1']);
    const unnamed = { participants: [participant({ display_name: undefined })] };
    expect(differences(unnamed, { legs: [leg({ displayName: null, stage: null })] })).toEqual(nothing);
  });

  it('and says another stage than its last report is seen, unless that came a moment ago', () => {
    const listed = { participants: [participant({ service_type: 'conference' })] };
    expect(differences(listed, { legs: [leg({ stage: 'waiting_room' })] }).seen).toEqual(['leg-1']);
    expect(differences(listed, { legs: [leg({ stage: 'waiting_room', heardAt: before(9) })] })).toEqual(nothing);
    const over = leg({ stage: 'waiting_room', disconnectedAt: before(60), endKnownBy: 'reported' });
    expect(differences(listed, { legs: [over] })).toEqual(nothing);
  });

  it('under an id of its own is the one leg of its conversation with its protocol', () => {
    const [a, b] = ['a', 'b'].map((id) => participant({ id, protocol: 'sip', service_type: 'conference' }));
    const waiting = leg({ stage: 'waiting_room' });
    expect(differences({ participants: [a!] }, { legs: [waiting] }).seen).toEqual(['a']);
    expect(differences({ participants: [a!, b!] }, { legs: [waiting] })).toEqual(nothing);
    expect(differences({ participants: [a!] }, { legs: [waiting, { ...waiting, id: 'leg-2' }] })).toEqual(nothing);
    expect(differences({ participants: [{ ...a!, protocol: 'WebRTC' }] }, { legs: [waiting] })).toEqual(nothing);
    expect(differences({ participants: [{ ...a!, conference: 'Theirs' }] }, { legs: [waiting] })).toEqual(nothing);
  });

  it('has the media that are missing to a control leg, once these have had the time to be reported', () => {
    const media = participant({ id: 'media', protocol: 'WebRTC', has_media: true });
    const control = leg({ protocol: 'API', hasMedia: false });
    const seen = (legs: KnownLeg[], listed = media) => differences({ participants: [listed] }, { legs }).seen;
    expect(seen([control])).toEqual(['media']);
    expect(seen([control], { ...media, has_media: false })).toEqual([]);
    expect(seen([{ ...control, heardAt: before(9) }])).toEqual([]);
    const over = leg({ id: 'leg-2', disconnectedAt: before(5), endKnownBy: 'reported' });
    expect(seen([control, over])).toEqual([]);
    expect(seen([control, leg({ id: 'leg-2', hasMedia: false })])).toEqual([]);
  });

  it('was not over if its end was only inferred', () => {
    for (const endKnownBy of ['node_restarted', 'not_listed'] as const) {
      const over = leg({ disconnectedAt: before(2), endKnownBy });
      expect(differences({ participants: [participant()] }, { legs: [over] }).seen).toEqual(['leg-1']);
    }
  });

  it('is over if its node reported so, and about the time of the question if its conference ended', () => {
    const listed = { participants: [participant()] };
    const over = (seconds: number, endKnownBy: KnownLeg['endKnownBy']) =>
      differences(listed, { legs: [leg({ disconnectedAt: before(seconds), endKnownBy })] });
    expect(over(3600, 'reported')).toEqual(nothing);
    expect(over(5, 'conference_ended')).toEqual(nothing);
    expect(over(60, 'conference_ended').seen).toEqual(['leg-1']);
  });

  it('came back if it is said to have connected after the end that its node reported, a moment ago at least', () => {
    const over = leg({ disconnectedAt: before(200), endKnownBy: 'reported' });
    const seen = (seconds: number) =>
      differences({ participants: [participant({ connect_time: before(seconds) })] }, { legs: [over] });
    expect(seen(150).seen).toEqual(['leg-1']);
    expect(seen(200)).toEqual(nothing);
    expect(seen(600)).toEqual(nothing);
    expect(seen(5)).toEqual(nothing);
  });
});

describe('a conference', () => {
  const at = (node: string, conference = 'Call') => ({ conference, node });

  it('that no node carries any more has ended on each', () => {
    const places = [place(), place({ node: '192.0.2.12' })];
    expect(differences({}, { places }).ended).toEqual(['Call@192.0.2.11', 'Call@192.0.2.12']);
  });

  it('that is carried by another node has ended on this one', () => {
    expect(differences({ places: [at('192.0.2.12')] }, { places: [place()] }).ended).toEqual(['Call@192.0.2.11']);
    expect(differences({ places: [at('2001:db8::1')] }, { places: [place()] }).ended).toEqual(['Call@192.0.2.11']);
  });

  it('goes on where it is listed, and everywhere while the list names nodes otherwise than events do', () => {
    for (const node of ['192.0.2.11', 'harbour-1']) {
      expect(differences({ places: [at(node)] }, { places: [place()] })).toEqual(nothing);
    }
  });

  it('goes on while somebody is listed in it, and when it began about the time of the question', () => {
    const listed = participant({ id: 'a', conversation_id: 'talk-1' });
    expect(differences({ participants: [listed] }, { legs: [leg()], places: [place()] })).toEqual(nothing);
    expect(differences({}, { places: [place({ startedAt: before(5) })] })).toEqual(nothing);
  });
});

describe('a node that the Management Node has lost', () => {
  const alarms = [lostNode(before(120))];
  const known = { legs: [leg()], places: [place()] };

  it('is believed to be running when it was heard since, and so are its calls', () => {
    const nodesHeardAt = new Map([['192.0.2.11', before(60)]]);
    expect(differences({ alarms }, { ...known, nodesHeardAt })).toEqual(nothing);
    expect(differences({ alarms: [lostNode()] }, { ...known, nodesHeardAt }), 'for whoever knows how long').toEqual(
      nothing,
    );
  });

  it('is believed to be down when it was not heard since', () => {
    for (const seconds of [180, 115]) {
      const nodesHeardAt = new Map([['192.0.2.11', before(seconds)]]);
      expect(differences({ alarms }, { ...known, nodesHeardAt }).gone).toEqual(['leg-1']);
    }
    expect(differences({ alarms }, known).ended).toEqual(['Call@192.0.2.11']);
  });

  it('is another one when this one is listed', () => {
    const nodesHeardAt = new Map([['192.0.2.11', before(60)]]);
    const places = [{ conference: 'Other', node: '192.0.2.11' }];
    expect(differences({ alarms, places }, { ...known, nodesHeardAt }).gone).toEqual(['leg-1']);
  });
});
