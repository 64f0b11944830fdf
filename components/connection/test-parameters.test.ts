import { describe, expect, it } from 'vitest';
import { REQUESTS, type ReportedDecision } from '@/lib/decisions/decision-reports';
import { draftOf } from './recorded-question';
import { fieldsOf, momentOf, parametersOf, PRESETS, withPreset, withType } from './test-parameters';

const DECISION: ReportedDecision = {
  id: '7f2e1c9a-4a5b-4c6d-8e7f-0123456789ab',
  at: '2026-11-21T12:00:00.000Z',
  request: 'participant',
  alias: 'meet-a',
  meetingId: '00000000-0000-4000-8000-000000000001',
  location: 'Oslo',
  node: '192.0.2.1',
  protocol: 'api',
  caller: 'Dana',
  callerAlias: 'sip:dana@example.com',
  asked: '',
  outcome: 'reject',
  reason: 'ended',
  latencyUs: 800,
};

describe('what the tester asks', () => {
  it('says only what was typed, under the names a node uses', () => {
    const draft = { type: 'directory' as const, values: { q: 'ward', limit: '', local_alias: 'meet-a' }, at: '' };
    expect(parametersOf(draft)).toEqual({ q: 'ward' });
  });

  it('is the recorded question again, as far as it was recorded', () => {
    expect(parametersOf(draftOf(DECISION)!)).toEqual({
      local_alias: 'meet-a',
      location: 'Oslo',
      protocol: 'api',
      remote_alias: 'sip:dana@example.com',
      remote_display_name: 'Dana',
      service_tag: '00000000-0000-4000-8000-000000000001',
    });
  });

  it('is the very question, where all of it was kept', () => {
    const asked =
      'local_alias=sip%3Ameet-a%40x&location=Oslo&remote_address=192.0.2.7&trigger=invite&local_alias=other';
    expect(draftOf({ ...DECISION, request: 'location', asked })!.values).toEqual({
      local_alias: 'sip:meet-a@x',
      location: 'Oslo',
      protocol: 'api',
      remote_address: '192.0.2.7',
      trigger: 'invite',
    });
  });

  it.each([
    [
      'service',
      'local_alias=meet-a&breakout_uuid=b-1&service_name=Call%207_breakout_b-1',
      ['breakout_uuid', 'service_name'],
    ],
    [
      'avatar',
      'remote_address=192.0.2.7&remote_alias=sip%3Aann%40x&width=80&empty=',
      ['remote_address', 'remote_alias'],
    ],
  ])('asks a recorded %s with what has no field too, and says so', (request, asked, names) => {
    const draft = draftOf({ ...DECISION, request, asked })!;
    expect(Object.keys(draft.others!).toSorted()).toEqual(names);
    expect(parametersOf(draft)).toMatchObject(draft.others!);
    // Of another type they would be nonsense.
    for (const other of [withType(draft, 'directory'), withPreset(draft, PRESETS[0]!.draft)]) {
      expect(Object.keys(parametersOf(other)).filter((name) => names.includes(name))).toEqual([]);
    }
  });

  it('says that a ticket was not kept, rather than asking with the beginning of one', () => {
    const draft = draftOf({ ...DECISION, asked: 'local_alias=meet-a&call_tag=0b1f0e1c…' })!;
    expect(draft.lacksTicket).toBe(true);
    expect(parametersOf(draft)).toEqual({ local_alias: 'meet-a', location: 'Oslo', protocol: 'api' });
    const other = draftOf({ ...DECISION, asked: 'local_alias=meet-a&call_tag=desk' })!;
    expect([other.lacksTicket, other.values.call_tag]).toEqual([false, 'desk']);
  });

  it.each(REQUESTS)('can be filled from a recorded %s without losing its alias', (request) => {
    expect(Object.values(parametersOf(draftOf({ ...DECISION, request })!))).toContain('meet-a');
  });

  it('offers nothing to try again for a question it does not know', () => {
    expect(draftOf({ ...DECISION, request: 'weather' })).toBeNull();
  });

  it('keeps the meeting and the moment when a preset is taken', () => {
    const before = {
      type: 'service' as const,
      values: { local_alias: 'meet-a', trigger: 'invite' },
      at: '2026-11-21T09:00',
    };
    const next = withPreset(before, PRESETS[0]!.draft);
    expect(next.at).toBe('2026-11-21T09:00');
    expect(next.values).toMatchObject({ local_alias: 'meet-a', trigger: 'web' });
  });

  it('asks for a directory entry’s avatar unless a protocol is typed', () => {
    const avatar = withType({ type: 'service', values: { alias: 'ann', protocol: 'api' }, at: '' }, 'avatar');
    expect(parametersOf(avatar)).toEqual({ alias: 'ann' });
    expect(withType({ ...avatar, values: { protocol: 'sip' } }, 'avatar').values.protocol).toBe('sip');
  });

  it.each(['participant', 'avatar'] as const)('lets a %s be registered, with a vendor and a ticket', (type) => {
    const values = { registered: 'True', vendor: 'Phone 1', call_tag: 'ticket' };
    expect(parametersOf({ type, values, at: '' })).toEqual(values);
  });

  it.each([
    ['', undefined],
    ['2026-11-21T09:00:07Z', '2026-11-21T09:00:07.000Z'],
    ['275761-01-01T00:00', null],
    ['12026-11-21T09:00', null],
    ['soon', null],
  ])('reads the moment %j as %s, and never throws', (at, moment) => {
    expect(momentOf({ type: 'service', values: {}, at })).toBe(moment);
  });

  it('names each field once in every type', () => {
    for (const type of REQUESTS) {
      const names = fieldsOf(type).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
