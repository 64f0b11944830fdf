import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { ConferenceSettings } from './conference-settings';
import { listConferenceSettings, newestConferenceSettings } from './conference-settings-store';
import { conferenceSettings } from './current-settings';
import { saveConferenceSettings } from './save-conference-settings';

/** Long enough for a machine with much else to do, and shorter than an unheard change would take. */
const SOON = { timeout: 10_000 };

let agentId: string;

beforeAll(async () => {
  await testDatabase();
  const agent = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  agentId = (await database().agent.create({ data: agent, select: { id: true } })).id;
});

let newestId: number;
beforeEach(async () => {
  newestId = (await newestConferenceSettings()).id;
});

/** Different each time: saving what is in force would do nothing. */
let limit = 1;
const someSettings = () => ConferenceSettings.parse({ everywhere: { participantLimit: ++limit }, locations: [] });

const save = (settings: ConferenceSettings, basedOn = newestId) =>
  saveConferenceSettings({ settings, basedOn, saveUnchecked: false, agentId });

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

  it.each([5, -5])('meetings are looked through again in time, by a clock that is %i minutes off', async (minutes) => {
    await pool().query(`delete from graphile_worker._private_jobs`);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    await save(someSettings());
    vi.useRealTimers();
    const { rows } = await pool().query<{ seconds: number }>(
      `select extract(epoch from run_at - now())::float8 as seconds from graphile_worker.jobs order by run_at`,
    );
    for (const [index, afterSeconds] of [2, 14, 130].entries()) {
      expect(rows[index]!.seconds).toBeGreaterThan(afterSeconds - 10);
      expect(rows[index]!.seconds).toBeLessThanOrEqual(afterSeconds);
    }
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
