import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pointToDatabase } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { importRules, previewImport, type ImportOptions } from './import-rules';
import { knownLocations } from './known-locations';
import { MediaRuleBody } from './media-rule';
import { listRules } from './media-rule-store';
import { changeRule, createRule } from './save-rule';

// A Management Node that speaks real HTTP and has two locations; `down` is an address where nobody listens.
let server: Server;
const addresses = { up: '', down: '' };
let databaseUrl = '';

beforeAll(async () => {
  databaseUrl = await testDatabase();
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ meta: { next: null }, objects: [{ name: 'Oslo' }, { name: 'London' }] }));
  });
  addresses.up = await listening(server);
  const gone = createServer();
  addresses.down = await listening(gone);
  await new Promise((resolve) => gone.close(resolve));
});
afterAll(() => server.close());
beforeEach(async () => {
  managementAt('');
  await database().mediaRule.deleteMany();
});

async function listening(own: Server): Promise<string> {
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  const address = own.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** Sets where the Management Node is; empty: none is configured. */
function managementAt(url: string): void {
  vi.stubEnv('MANAGEMENT_URL', url);
  vi.stubEnv('MANAGEMENT_USERNAME', 'mayfly');
  vi.stubEnv('MANAGEMENT_PASSWORD', 'dev-management-password');
  // Also makes settings be read again.
  pointToDatabase(databaseUrl);
}

const BY = { kind: 'mayfly' } as const;
const body = (rule: object) => MediaRuleBody.parse(rule);
const warnings = () => vi.spyOn(console, 'warn').mockImplementation(() => undefined);

describe('saving a rule', () => {
  it('refuses names that do not exist, at their fields, when it is new and when it is changed', async () => {
    managementAt(addresses.up);
    const wrong = body({ location: 'oslo', overflow: ['London'], askingLocation: 'Rome' });
    const refused = { ok: false, error: 'unknown-names', fields: [{ field: 'askingLocation' }, { field: 'location' }] };
    expect(await createRule(wrong, BY)).toMatchObject(refused);
    const saved = await createRule(body({ location: 'Oslo', overflow: ['London'] }), BY);
    if (!saved.ok) throw new Error(saved.error);
    expect(await changeRule(saved.rule.id, wrong, BY)).toMatchObject(refused);
    expect(await listRules()).toEqual([saved.rule]);
    expect(await knownLocations()).toEqual({ checked: true, names: ['Oslo', 'London'] });
  });

  it('saves any name where no Management Node is configured', async () => {
    expect(await createRule(body({ location: 'Anywhere' }), BY)).toMatchObject({ ok: true });
  });

  it('saves nothing while names cannot be checked, unless told to', async () => {
    const warned = warnings();
    managementAt(addresses.down);
    expect(await createRule(body({ location: 'Oslo' }), BY)).toEqual({ ok: false, error: 'unchecked' });
    expect(await listRules()).toEqual([]);
    expect(await createRule(body({ location: 'Oslo', saveUnchecked: true }), BY)).toMatchObject({ ok: true });
    expect(warned).toHaveBeenCalled();
  });
});

const HEADER = 'asking_location,network,protocol,location,overflow,note\n';
const add: ImportOptions = { mode: 'add', saveUnchecked: false, expected: null };
const replace: ImportOptions = { ...add, mode: 'replace' };
const places = async () => (await listRules()).map(({ protocol, location }) => `${protocol}:${location}`);

describe('an import', () => {
  it('adds to the rules there are, or replaces them, as its preview said', async () => {
    await createRule(body({ location: 'Oslo' }), BY);
    const [untouched] = await listRules();
    const file = `${HEADER},,sip,London,,\n,,h323,London,,\n`;
    const counts = { added: 2, changed: 0, unchanged: 1, removed: 0, total: 3 };
    expect(await previewImport(file, add)).toMatchObject({ ok: true, ...counts });
    expect(await places()).toEqual([':Oslo']);
    expect(await importRules(file, add, BY)).toMatchObject({ ok: true, ...counts });
    expect(await places()).toEqual([':Oslo', 'h323:London', 'sip:London']);
    expect((await listRules())[0]).toEqual(untouched);

    const next = `${HEADER},,sip,London,,\n,,h323,Oslo,,\n`;
    const change = { added: 0, changed: 1, unchanged: 1, removed: 1, total: 2 };
    expect(await previewImport(next, replace)).toMatchObject({ ok: true, ...change });
    expect(await importRules(next, replace, BY)).toMatchObject({ ok: true, ...change });
    expect(await places()).toEqual(['h323:Oslo', 'sip:London']);
  });

  it('changes nothing when one line is wrong, and names every line that is', async () => {
    await createRule(body({ location: 'Oslo' }), BY);
    const broken = `${HEADER},,sip,London,,\n,office,,Oslo,,\n`;
    const faults = [{ line: 3, field: 'network' }];
    for (const options of [add, replace]) {
      expect(await importRules(broken, options, BY)).toMatchObject({ ok: false, error: 'faults', faults });
    }
    const existing = `${HEADER},,sip,London,,\n,,,London,,\n`;
    const refused = { ok: false, error: 'faults', faults: [{ line: 3, message: expect.stringContaining('already') }] };
    expect(await previewImport(existing, add)).toMatchObject(refused);
    expect(await importRules(existing, add, BY)).toMatchObject(refused);
    expect(await places()).toEqual([':Oslo']);
  });

  it('checks every name, line by line', async () => {
    managementAt(addresses.up);
    const file = `${HEADER},,sip,Londn,,\n\nOslo,,,Oslo,London|Rome,\n`;
    expect(await importRules(file, replace, BY)).toEqual({
      ok: false,
      error: 'faults',
      faults: [
        { line: 2, field: 'location', message: 'is not the name of a location on Infinity; did you mean London?' },
        { line: 4, field: 'overflow', message: 'is not the name of a location on Infinity' },
      ],
    });
    warnings();
    managementAt(addresses.down);
    expect(await previewImport(file, replace)).toEqual({ ok: false, error: 'unchecked' });
    expect(await importRules(file, replace, BY)).toEqual({ ok: false, error: 'unchecked' });
    expect(await importRules(file, { ...replace, saveUnchecked: true }, BY)).toMatchObject({ ok: true, total: 2 });
  });

  it('is undone to what was there before, also to nothing, and without asking for names', async () => {
    const first = await importRules(`${HEADER},,sip,London,Paris|"=1",note\n`.replaceAll('"', ''), replace, BY);
    if (!first.ok) throw new Error(first.error);
    const before = await listRules();
    const second = await importRules(`${HEADER},,,Rome,,\n`, replace, BY);
    if (!second.ok) throw new Error(second.error);
    managementAt(addresses.up);
    const restore = (fingerprint: string): ImportOptions => ({ ...add, mode: 'restore', expected: fingerprint });
    expect(await importRules(second.before, restore(second.fingerprint), BY)).toMatchObject({ ok: true, total: 1 });
    expect(await listRules()).toEqual(before.map((rule) => ({ ...rule, id: expect.any(String) })));
    expect(await importRules(first.before, restore(first.fingerprint), BY)).toMatchObject({ ok: true, total: 0 });
    expect(await listRules()).toEqual([]);
  });

  it('is refused when the rules are no longer those it was decided on, and so is its undo', async () => {
    const file = `${HEADER},,sip,London,,\n`;
    const seen = await previewImport(file, replace);
    if (!seen.ok) throw new Error(seen.error);
    await createRule(body({ location: 'Oslo' }), BY);
    const meanwhile = { ok: false, error: 'changed-meanwhile' };
    expect(await importRules(file, { ...replace, expected: seen.fingerprint }, BY)).toEqual(meanwhile);
    expect(await places()).toEqual([':Oslo']);
    const done = await importRules(file, replace, BY);
    if (!done.ok) throw new Error(done.error);
    await createRule(body({ location: 'Oslo' }), BY);
    expect(await importRules(done.before, { ...add, mode: 'restore', expected: done.fingerprint }, BY)).toEqual(
      meanwhile,
    );
  });

  it('takes ten thousand rules, and no more', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `,10.${index >> 8}.${index & 255}.0/24,,Oslo,London,`);
    expect(await importRules(HEADER + lines.join('\n'), replace, BY)).toMatchObject({ ok: true, total: 10_000 });
    expect(await listRules()).toHaveLength(10_000);
    const more = await importRules(`${HEADER},,sip,London,,`, add, BY);
    expect(more).toMatchObject({ faults: [{ line: 0, message: 'would make 10001 rules; 10000 are the most' }] });
    expect(await createRule(body({ location: 'Oslo' }), BY)).toEqual({ ok: false, error: 'too-many' });
  });
});
