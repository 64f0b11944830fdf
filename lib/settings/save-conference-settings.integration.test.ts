import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onNotices } from '@/lib/db/notices';
import { notifyChanged, SNAPSHOT_CHANNEL } from '@/lib/db/snapshot';
import { storedMeeting } from '@/lib/testing/builders';
import { runJobs } from '@/lib/jobs/run-jobs';
import { testDatabase } from '@/lib/testing/database';
import { ConferenceSettings } from './conference-settings';
import { listConferenceSettings, newestConferenceSettings } from './conference-settings-store';
import { CONFERENCE_SETTINGS, conferenceSettings } from './current-settings';
import { saveConferenceSettings } from './save-conference-settings';

/** Long enough for a machine with much else to do, and shorter than an unheard change would take. */
const SOON = { timeout: 10_000 };

let agentId: string;
let jobs: Awaited<ReturnType<typeof runJobs>>;

beforeAll(async () => {
  await testDatabase();
  jobs = await runJobs();
  const agent = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  agentId = (await database().agent.create({ data: agent, select: { id: true } })).id;
});

afterAll(() => jobs.stop());

let newestId: number;
beforeEach(async () => {
  newestId = (await newestConferenceSettings()).id;
});

/** Different each time: saving what is in force would do nothing. */
let limit = 1;
const someSettings = () => ConferenceSettings.parse({ everywhere: { participantLimit: ++limit }, locations: [] });

const save = (settings: ConferenceSettings, basedOn = newestId) =>
  saveConferenceSettings({ settings, basedOn, saveUnchecked: false, agentId });

async function decided(
  meeting: { id: string; alias: string },
  changes: { outcome?: string; at?: Date; settingsId?: number } = {},
) {
  const words = { location: 'Harbour', node: '192.0.2.11', protocol: 'api', caller: '', reason: '', latencyUs: 1 };
  const about = { request: 'service', outcome: 'configure', alias: meeting.alias, meetingId: meeting.id };
  await database().policyDecision.create({
    data: { id: randomUUID(), at: new Date(), ...words, ...about, ...changes },
  });
}

async function settingsOf({ id }: { id: string }): Promise<number | null> {
  return (await database().meeting.findUniqueOrThrow({ where: { id }, select: { settingsId: true } })).settingsId;
}

describe('when settings are saved', () => {
  it('that is written down with who did it, and not where nothing changed', async () => {
    await database().auditEntry.deleteMany();
    const settings = someSettings();
    await save(settings);
    const { id } = await newestConferenceSettings();
    await save(settings, id);
    expect(await database().auditEntry.findMany()).toMatchObject([
      { actorId: agentId, actor: 'Ingrid', action: 'conference-settings.changed', detail: { id } },
    ]);
  });

  it('a meeting that a node was let into keeps the old ones, and one never asked about takes the new', async () => {
    const [running, untouched, refused, cancelled, past] = await Promise.all([
      storedMeeting(),
      storedMeeting(),
      storedMeeting(),
      storedMeeting({ cancelledAt: new Date() }),
      storedMeeting({ validUntil: new Date(Date.now() - 1_000) }),
    ]);
    await Promise.all([running, cancelled, past].map((meeting) => decided(meeting)));
    await decided(refused, { outcome: 'reject' });

    const result = await save(someSettings());

    expect(result).toMatchObject({ ok: true, kept: 1, saved: { savedBy: 'Ingrid' } });
    expect(await settingsOf(running)).toBe(newestId);
    for (const meeting of [untouched, refused, cancelled, past]) expect(await settingsOf(meeting)).toBeNull();
    await database().meeting.deleteMany();
  });

  it('a meeting that keeps old settings goes on keeping them when others are saved again', async () => {
    const running = await storedMeeting();
    await decided(running);
    const first = newestId;
    await save(someSettings());
    await save(someSettings(), (await newestConferenceSettings()).id);
    expect(await settingsOf(running)).toBe(first);
    await database().meeting.deleteMany();
  });

  it('a conference that is live keeps its settings, however long ago a node asked; one that is over does not', async () => {
    const [live, again, over] = await Promise.all([storedMeeting(), storedMeeting(), storedMeeting()]);
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const node = '192.0.2.11';
    await database().conferenceNode.createMany({
      data: [
        { serviceName: live.serviceName, node, startedAt: at(-9) },
        { serviceName: again.serviceName, node, startedAt: at(-1), endedAt: at(-5) },
        { serviceName: over.serviceName, node, startedAt: at(-9), endedAt: at(-5) },
      ],
    });
    await decided(over, { at: at(-25 * 60) });
    await save(someSettings());
    expect(await Promise.all([live, again, over].map(settingsOf))).toEqual([newestId, newestId, null]);
    await database().meeting.deleteMany();
  });

  it('an answer that was given before, but recorded a moment after, still counts', async () => {
    const late = await storedMeeting();
    const given = new Date();
    const saving = save(someSettings());
    await expect.poll(async () => (await newestConferenceSettings()).id, SOON).toBeGreaterThan(newestId);
    await decided(late, { at: given });
    expect(await saving).toMatchObject({ ok: true, kept: 0 });
    await expect.poll(() => settingsOf(late), SOON).toBe(newestId);
    await database().meeting.deleteMany();
  });

  it('an answer that an instance gave afterwards, before it heard of them, still counts, and every instance is told', async () => {
    const notices: string[] = [];
    const stop = onNotices(SNAPSHOT_CHANNEL, { onNotice: (name) => notices.push(name) });
    await expect.poll(async () => (await notifyChanged('test'), notices), SOON).toContain('test');
    const [stale, fresh] = await Promise.all([storedMeeting(), storedMeeting()]);
    const saving = save(someSettings());
    await expect.poll(async () => (await newestConferenceSettings()).id, SOON).toBeGreaterThan(newestId);
    const { id, savedAt } = await newestConferenceSettings();
    const after = (ms: number) => new Date(Date.parse(savedAt) + ms);
    await decided(stale, { at: after(50), settingsId: newestId });
    await decided(stale, { at: after(60), settingsId: id });
    await decided(fresh, { at: after(50), settingsId: id });
    await decided(fresh, { at: after(60), settingsId: newestId });
    expect(await saving).toMatchObject({ ok: true, kept: 0 });
    await expect.poll(() => Promise.all([stale, fresh].map(settingsOf)), SOON).toEqual([newestId, null]);
    await expect.poll(() => notices.filter((name) => name === CONFERENCE_SETTINGS), SOON).toHaveLength(2);
    stop();
    await database().meeting.deleteMany();
  });

  it('a meeting keeps what it was answered from first, not what was newest when others were saved', async () => {
    const [older, unknown] = await Promise.all([storedMeeting(), storedMeeting()]);
    const first = newestId;
    await save(someSettings());
    const second = (await newestConferenceSettings()).id;
    const at = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    await decided(older, { at: at(-20), settingsId: second });
    await decided(older, { at: at(-40), settingsId: first });
    // Settings that are not there cannot be kept.
    await decided(unknown, { at: at(-20), settingsId: 1_000_000 });
    expect(await save(someSettings(), second)).toMatchObject({ ok: true, kept: 2 });
    expect(await Promise.all([older, unknown].map(settingsOf))).toEqual([first, second]);
    await database().meeting.deleteMany();
  });

  it('policy hears of them, and does not wait for its copy to grow old', async () => {
    await conferenceSettings.current();
    const result = await save(someSettings());
    const id = result.ok ? result.saved.id : 0;
    await expect.poll(async () => (await conferenceSettings.current()).newestId, SOON).toBe(id);
    expect((await conferenceSettings.current()).byId.get(id)?.everywhere).toEqual({ participantLimit: limit });
  });

  it('what is in force already changes nothing, in whatever order it is said', async () => {
    const options = { theme: 'Plain', hasChat: true };
    const [oslo, harbour] = ['Oslo', 'Harbour'].map((location) => ({ location, options }));
    const both = ConferenceSettings.parse({ everywhere: {}, locations: [oslo, harbour] });
    const first = await save(both);
    const same = await save({ everywhere: { theme: undefined }, locations: [harbour!, oslo!] }, 0);
    expect(same).toMatchObject({ ok: true, kept: null, saved: { id: first.ok && first.saved.id } });
    expect((await newestConferenceSettings()).id).toBe(first.ok && first.saved.id);
  });

  it('a location that changes nothing is not kept', async () => {
    const everywhere = { participantLimit: ++limit };
    const result = await save({ everywhere, locations: [{ location: 'Oslo', options: { theme: undefined } }] });
    expect(result).toMatchObject({ ok: true, saved: { value: { everywhere, locations: [] } } });
  });

  it('a location that leaves something to Infinity is kept, and so read again', async () => {
    const value = {
      everywhere: { participantLimit: ++limit, theme: 'Plain' },
      locations: [{ location: 'Oslo', options: { theme: null } }],
    };
    expect(await save(value)).toMatchObject({ ok: true, saved: { value } });
    expect((await newestConferenceSettings()).value).toEqual(value);
  });
});

describe('when two save', () => {
  it('whoever began before the other saved is told who it was, and changes nothing', async () => {
    await save(someSettings());
    const result = await save(someSettings(), newestId);
    expect(result).toMatchObject({ ok: false, error: 'changed-meanwhile', newest: { savedBy: 'Ingrid' } });
    expect((await newestConferenceSettings()).value.everywhere).toEqual({ participantLimit: limit - 1 });
  });

  it('at the same moment, one is saved and the others are told', async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => save(someSettings())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.error === 'changed-meanwhile')).toHaveLength(4);
    const since = (await listConferenceSettings(null, 50)).filter(({ id }) => id > newestId);
    expect(since).toHaveLength(1);
  });
});

it('earlier settings are listed newest first, a page at a time', async () => {
  const all = await listConferenceSettings(null, 50);
  expect(all.length).toBeGreaterThan(5);
  expect(all.at(-1)).toMatchObject({ savedBy: null, value: { everywhere: {}, locations: [] } });
  const ids = all.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect((await listConferenceSettings(ids[1]!, 2)).map(({ id }) => id)).toEqual(ids.slice(2, 4));
});
