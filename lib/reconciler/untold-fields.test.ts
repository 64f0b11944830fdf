import { describe, expect, it } from 'vitest';
import { ListedParticipant } from '@/lib/management/participants';
import type { KnownLeg } from './known';
import { untoldFields } from './untold-fields';

const askedAt = new Date('2026-11-21T12:00:00Z');
const before = (seconds: number) => new Date(askedAt.getTime() - seconds * 1000);

const leg = (change: Partial<KnownLeg> = {}): KnownLeg => ({
  ...{ id: 'leg-1', conversationId: 'talk-1', serviceName: 'Call', mainName: 'Call', node: '192.0.2.11' },
  ...{ displayName: 'Dana', role: 'guest', stage: 'waiting_room', protocol: 'SIP', hasMedia: true, isMuted: false },
  ...{ connectedAt: before(600), heardAt: before(11), disconnectedAt: null, endKnownBy: null, ...change },
});
const untold = (change: Partial<KnownLeg>, listed: object) =>
  untoldFields(leg(change), ListedParticipant.parse({ id: 'leg-1', display_name: 'Dana', ...listed }), askedAt);

describe('a listed leg', () => {
  it('tells the stage, the role, the mute and the media that our row has otherwise', () => {
    expect(untold({}, { service_type: 'conference' })).toEqual(['service_type']);
    expect(untold({ stage: 'lecture' }, { service_type: 'Waiting_Room' })).toEqual(['service_type']);
    expect(untold({}, { role: 'chair' })).toEqual(['role']);
    expect(untold({ role: null }, { role: 'guest' })).toEqual(['role']);
    expect(untold({}, { is_client_muted: true })).toEqual(['is_muted', 'is_client_muted']);
    expect(untold({ hasMedia: false }, { has_media: true })).toEqual(['has_media']);
  });

  it('tells that it is in another meeting when nothing was heard of it for a minute', () => {
    const silent = { heardAt: before(61) };
    expect(untold(silent, { conference: 'Other' })).toEqual(['conference']);
    expect(untold({ heardAt: null, connectedAt: before(61) }, { conference: 'Other' })).toEqual(['conference']);
    expect(untold({ heardAt: before(59) }, { conference: 'Other' })).toEqual([]);
    const room = 'Call_breakout_0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(untold(silent, { conference: room })).toEqual([]);
    expect(untold(silent, {})).toEqual([]);
  });

  it('tells nothing that was reported a moment ago but what we lack', () => {
    const everything = { service_type: 'conference', role: 'chair', is_muted: true, has_media: true };
    expect(untold({ heardAt: before(9), hasMedia: false }, everything)).toEqual([]);
    expect(untold({ heardAt: before(9), stage: null }, everything)).toEqual(['service_type', 'has_media']);
    expect(untold({ heardAt: null, connectedAt: before(9) }, everything)).toEqual([]);
    expect(untold({ displayName: null, heardAt: before(9) }, {})).toEqual(['display_name']);
  });

  it('tells nothing that would differ again when it was told', () => {
    expect(untold({ stage: 'ivr' }, { service_type: 'connecting' })).toEqual([]);
    expect(untold({ stage: 'conference' }, { service_type: 'lecture' })).toEqual([]);
    expect(untold({}, { role: 'unknown', has_media: false })).toEqual([]);
    expect(untold({}, {})).toEqual([]);
  });

  it('tells that somebody can be heard only when nobody mutes them', () => {
    expect(untold({ isMuted: true }, { is_muted: false })).toEqual([]);
    expect(untold({ isMuted: true }, { is_muted: false, is_client_muted: true })).toEqual([]);
    const heard = untold({ isMuted: true }, { is_muted: false, is_client_muted: false });
    expect(heard).toEqual(['is_muted', 'is_client_muted']);
  });
});
