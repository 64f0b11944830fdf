import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { CONFERENCE_SETTINGS, POLICY_SETTINGS } from '@/lib/settings/current-settings';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting, storedTicket } from '@/lib/testing/builders';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { testDatabase } from '@/lib/testing/database';
import { testPolicy } from './test-policy';

// What an administrator sets, as nodes hear it.

let door: PolicyDoor;

beforeAll(async () => {
  await testDatabase();
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
});

async function setConferences(value: object): Promise<number> {
  const { id } = await database().conferenceSettings.create({ data: { value } });
  await notifyChanged(CONFERENCE_SETTINGS);
  return id;
}

async function setPolicy(value: object): Promise<void> {
  const row = { key: POLICY_SETTINGS, value };
  await database().setting.upsert({ where: { key: POLICY_SETTINGS }, create: row, update: row });
  await notifyChanged(POLICY_SETTINGS);
}

const configurationFrom = async (location: string, alias: string, more: Record<string, string> = {}) =>
  (await door.ask('service/configuration', { local_alias: alias, location, ...more })).result as Record<
    string,
    unknown
  >;

/** Until a change has been heard: within a second, and more only where the machine is busy; unheard it would take thirty. */
const heard = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 5_000, interval: 20 });

const BY_LOCATION = {
  everywhere: { theme: 'Harbour', maxCallRateIn: 1_024_000 },
  locations: [{ location: 'Oslo', options: { theme: 'Fjord', showsNames: true, maxCallRateIn: 256_000 } }],
};

describe('settings of conferences', () => {
  it('reach nodes within a second', async () => {
    await setConferences({ everywhere: { theme: 'Spring' }, locations: [] });
    await heard(async () => (await configurationFrom('', (await storedMeeting()).alias)).ivr_theme_name).toBe('Spring');
  });

  it('are those of the location that asks first, for callers of every location and on every trigger', async () => {
    await setConferences(BY_LOCATION);
    const meeting = await storedMeeting();
    await heard(async () => (await configurationFrom('Oslo', (await storedMeeting()).alias)).ivr_theme_name).toBe(
      'Fjord',
    );
    const first = await configurationFrom('Oslo', meeting.alias);
    expect(first).toMatchObject({ ivr_theme_name: 'Fjord', enable_overlay_text: true, max_callrate_in: 256_000 });
    for (const location of ['Bergen', '', 'Oslo']) {
      const ways: Record<string, string>[] = [{ trigger: 'web' }, { call_direction: 'non_dial', trigger: 'options' }];
      for (const more of ways) {
        const { max_callrate_in, ...rest } = await configurationFrom(location, meeting.alias, more);
        expect({ ...rest, max_callrate_in: 256_000 }).toEqual(first);
        expect(max_callrate_in).toBe(location === 'Oslo' ? 256_000 : 1_024_000);
      }
    }
    const elsewhere = await storedMeeting();
    expect(await configurationFrom('Bergen', elsewhere.alias)).toMatchObject({ ivr_theme_name: 'Harbour' });
    expect(await configurationFrom('Oslo', elsewhere.alias)).toMatchObject({ ivr_theme_name: 'Harbour' });
  });

  it('are settled by callers, not by who asks without calling', async () => {
    await setConferences(BY_LOCATION);
    await heard(async () => (await configurationFrom('Oslo', (await storedMeeting()).alias)).ivr_theme_name).toBe(
      'Fjord',
    );
    const { alias } = await storedMeeting();
    const probe = { call_direction: 'non_dial', trigger: 'options' };
    expect(await configurationFrom('Bergen', alias, probe)).toMatchObject({ ivr_theme_name: 'Harbour' });
    expect(await configurationFrom('Oslo', alias)).toMatchObject({ ivr_theme_name: 'Fjord' });
    expect(await configurationFrom('Bergen', alias, probe)).toMatchObject({ ivr_theme_name: 'Fjord' });
  });

  it('settle one home only, when two locations ask at the same moment', async () => {
    await setConferences(BY_LOCATION);
    await heard(async () => (await configurationFrom('Oslo', (await storedMeeting()).alias)).ivr_theme_name).toBe(
      'Fjord',
    );
    for (let round = 0; round < 5; round += 1) {
      const { alias } = await storedMeeting();
      const locations = ['Oslo', 'Bergen', 'Oslo', 'Bergen', 'Oslo', 'Bergen'];
      const answers = await Promise.all(locations.map((location) => configurationFrom(location, alias)));
      expect(new Set(answers.map(({ ivr_theme_name }) => ivr_theme_name)).size).toBe(1);
    }
  });

  it('that a meeting keeps are not touched by newer ones', async () => {
    const settingsId = await setConferences({ everywhere: { theme: 'Old' }, locations: [] });
    const keeping = await storedMeeting({ settingsId });
    const following = await storedMeeting();
    await setConferences({ everywhere: { theme: 'New' }, locations: [] });
    // By one more meeting each time: what was told of a meeting once stays so.
    await heard(async () => (await configurationFrom('', (await storedMeeting()).alias)).ivr_theme_name).toBe('New');
    expect((await configurationFrom('', following.alias)).ivr_theme_name).toBe('New');
    expect((await configurationFrom('', keeping.alias)).ivr_theme_name).toBe('Old');
  });

  it('that are not acceptable to Infinity cost nobody the meeting', async () => {
    const broken = await setConferences({ everywhere: { theme: 7 }, locations: 'none' });
    const { alias, id } = await storedMeeting();
    const answer = () => configurationFrom('', alias);
    await heard(
      async () => (await configurationFrom('', (await storedMeeting()).alias)).ivr_theme_name,
    ).toBeUndefined();
    expect(await answer()).toMatchObject({ service_tag: id });
    await database().conferenceSettings.delete({ where: { id: broken } });
    await notifyChanged(CONFERENCE_SETTINGS);
    await heard(async () => (await answer()).ivr_theme_name).toBe('New');
    expect(takeConsoleErrors().flat().join()).toContain('not acceptable');
  });
});

describe('dialling out', () => {
  it('gets the running service by its tag, whatever our side of the call is called', async () => {
    const meeting = await storedMeeting();
    const running = await configurationFrom('Oslo', meeting.alias);
    const out = { call_direction: 'dial_out', service_tag: meeting.id, service_name: meeting.serviceName };
    for (const protocol of ['sip', 'h323', 'rtmp', 'mssip', 'teams']) {
      expect(await configurationFrom('Oslo', 'front-desk@example.com', { ...out, protocol })).toEqual(running);
    }
  });

  it('is refused out of a meeting that is over, and left alone where the service is not ours', async () => {
    const over = await storedMeeting({ validUntil: new Date() });
    const ask = (service_tag: string) =>
      door.ask('service/configuration', { local_alias: 'desk', call_direction: 'dial_out', service_tag });
    expect(await ask(over.id)).toMatchObject({ action: 'reject' });
    expect(await ask('mtg_01')).toMatchObject({ action: 'continue' });
    expect((await ask('mtg_01')).result).toBeUndefined();
  });

  it('of breakout rooms is not ours', async () => {
    const { alias } = await storedMeeting();
    const answer = await door.ask('service/configuration', { local_alias: alias, breakout_uuid: 'b-1' });
    expect(answer).toMatchObject({ status: 200, action: 'continue' });
    expect(answer.result).toBeUndefined();
  });
});

describe('required tickets', () => {
  it('keep browsers without one out, with a sentence, and let telephones and ticket holders in', async () => {
    await setPolicy({ requiresTickets: true });
    const { id } = await storedMeeting();
    const ask = (protocol: string, call_tag = '') =>
      door.ask('participant/properties', { service_tag: id, protocol, call_tag, remote_alias: 'Ann' });
    await heard(async () => (await ask('api')).action).toBe('reject');
    expect((await ask('webrtc')).result).toMatchObject({ reject_reason: expect.stringContaining('invitation') });
    expect(await ask('sip')).toMatchObject({ action: 'continue' });
    const ticket = await storedTicket(id);
    expect((await ask('api', ticket.id)).result).toMatchObject({ remote_display_name: 'Dana' });
    expect((await ask('webrtc', ticket.id)).result).toMatchObject({ remote_display_name: 'Dana' });
    expect(await ask('webrtc', ticket.id)).toMatchObject({ action: 'reject' });
    await setPolicy({});
  });
});

describe('a trial', () => {
  it('answers like a node is answered, at any moment, and leaves no trace', async () => {
    const meeting = await storedMeeting();
    const ticket = await storedTicket(meeting.id, { role: 'host' });
    await setConferences(BY_LOCATION);
    const now = new Date();
    const parameters = { local_alias: meeting.alias, location: 'Oslo', service_tag: meeting.id, call_tag: ticket.id };
    await heard(async () => {
      const trial = await testPolicy({ type: 'service', parameters, at: now });
      return (trial.answer as { result: Record<string, unknown> }).result.ivr_theme_name;
    }).toBe('Fjord');
    const service = await testPolicy({ type: 'service', parameters, at: now });
    expect(service).toMatchObject({ status: 200, outcome: 'configure', answer: { result: { pin: '••••' } } });
    expect(JSON.stringify(service)).not.toContain(meeting.hostPin);
    const tomorrow = new Date(now.getTime() + 24 * 60 * 60_000);
    expect(await testPolicy({ type: 'service', parameters, at: tomorrow })).toMatchObject({ outcome: 'reject' });
    expect(await testPolicy({ type: 'participant', parameters, at: now })).toMatchObject({ outcome: 'honour' });

    await flushDecisions();
    expect(await database().policyDecision.count({ where: { meetingId: meeting.id } })).toBe(0);
    expect(await database().ticket.findUnique({ where: { id: ticket.id } })).toMatchObject({ uses: 0, usedAt: null });
    expect(await database().meeting.findUnique({ where: { id: meeting.id } })).toMatchObject({ homeLocation: null });
  });
});
