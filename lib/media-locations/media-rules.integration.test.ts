import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { chooseRule } from './choose-rule';
import type { RuleContent } from './media-rule';
import { deleteRule, insertRule, listRules, replaceAll, updateRule } from './media-rule-store';
import { mediaRules } from './media-rules';

beforeAll(testDatabase);
beforeEach(async () => {
  await database().mediaRule.deleteMany();
});

const ANY = { askingLocation: '', network: '', protocol: '', location: 'Oslo', overflow: [], note: '' };
const BY = { kind: 'agent', id: randomUUID(), name: 'Ingrid' } as const;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

async function stored(content: Partial<RuleContent> = {}) {
  const inserted = await insertRule({ ...ANY, ...content }, BY);
  if (!inserted.ok) throw new Error(inserted.error);
  return inserted.rule;
}

describe('stored rules', () => {
  it('are listed as they were saved, by location, network and protocol', async () => {
    const second = await stored({ askingLocation: 'Oslo', protocol: 'sip', overflow: ['Rome', 'London'], note: 'n' });
    const first = await stored({ network: '198.51.100.0/24' });
    expect(await listRules()).toEqual([first, second]);
  });

  it('are never two for the same caller, also when two agents add it at once', async () => {
    const both = await Promise.all([insertRule(ANY, BY), insertRule({ ...ANY, location: 'Rome' }, BY)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'duplicate' });
  });

  it('change, but not into another one’s place', async () => {
    const [rule, other] = [await stored(), await stored({ protocol: 'sip' })];
    const moved = { ...ANY, askingLocation: 'Rome', location: 'London' };
    expect(await updateRule(rule.id, moved, BY)).toEqual({ ok: true, rule: { id: rule.id, ...moved } });
    expect(await updateRule(rule.id, { ...ANY, protocol: 'sip' }, BY)).toEqual({ ok: false, error: 'duplicate' });
    expect(await listRules()).toEqual([other, { id: rule.id, ...moved }]);
  });

  it('are not changed over what another agent has changed meanwhile', async () => {
    const { id, ...opened } = await stored();
    const [first, second] = [
      { ...ANY, location: 'Rome' },
      { ...ANY, location: 'London' },
    ];
    expect(await updateRule(id, first, BY, opened)).toMatchObject({ ok: true });
    const refused = { ok: false, error: 'changed-meanwhile', rule: { id, ...first } };
    expect(await updateRule(id, second, BY, opened)).toEqual(refused);
    expect(await listRules()).toEqual([{ id, ...first }]);
    expect(await updateRule(id, second, BY, first)).toMatchObject({ ok: true });
  });

  it('that are gone can neither be changed nor deleted again', async () => {
    const rule = await stored();
    expect(await deleteRule(rule.id, BY)).toEqual(rule);
    expect(await deleteRule(rule.id, BY)).toBeNull();
    expect(await updateRule(UNKNOWN, ANY, BY)).toEqual({ ok: false, error: 'unknown' });
    expect(await listRules()).toEqual([]);
  });

  it('are replaced all or not at all', async () => {
    const before = [await stored(), await stored({ protocol: 'sip' })];
    // The same key twice: the database refuses the second after the first was written.
    await expect(
      replaceAll(
        () => ({
          ok: true,
          after: [
            { ...ANY, protocol: 'h323' },
            { ...ANY, protocol: 'h323' },
          ],
        }),
        BY,
      ),
    ).rejects.toThrow();
    expect(await listRules()).toEqual(before);
    await replaceAll(() => ({ ok: false }), BY);
    expect(await listRules()).toEqual(before);
  });

  it('that stay in a replacement keep their id', async () => {
    const [kept] = [await stored({ note: 'kept' }), await stored({ protocol: 'sip' })];
    await replaceAll(() => ({ ok: true, after: [kept, { ...ANY, protocol: 'h323' }] }), BY);
    expect(await listRules()).toEqual([kept, { id: expect.any(String), ...ANY, protocol: 'h323' }]);
  });
});

it('every change is written down with who made it', async () => {
  await database().auditEntry.deleteMany();
  const { id } = await stored({ protocol: 'sip' });
  await updateRule(id, { ...ANY, protocol: 'sip', location: 'Rome' }, BY);
  await deleteRule(id, BY);
  await replaceAll(() => ({ ok: true, after: [ANY] }), BY);
  const select = { actor: true, action: true, subject: true, detail: true };
  const subject = 'any location, any network, sip';
  expect(await database().auditEntry.findMany({ select, orderBy: { id: 'asc' } })).toEqual([
    { actor: 'Ingrid', action: 'media-rule.added', subject, detail: { location: 'Oslo', overflow: [] } },
    { actor: 'Ingrid', action: 'media-rule.changed', subject, detail: { location: 'Rome', overflow: [] } },
    { actor: 'Ingrid', action: 'media-rule.removed', subject, detail: { location: 'Rome', overflow: [] } },
    { actor: 'Ingrid', action: 'media-rules.imported', subject: 'Media rules', detail: { before: 0, after: 1 } },
  ]);
});

describe('the rules in force', () => {
  const locationFor = async (protocol: string) =>
    chooseRule(await mediaRules.current(), { askingLocation: '', address: '', protocol })?.location;
  const within = { timeout: 1_000, interval: 20 };

  it('follow every kind of change within a second', async () => {
    expect(await locationFor('sip')).toBeUndefined();
    const rule = await stored();
    await vi.waitFor(async () => expect(await locationFor('sip')).toBe('Oslo'), within);
    await updateRule(rule.id, { ...ANY, location: 'Rome' }, BY);
    await vi.waitFor(async () => expect(await locationFor('sip')).toBe('Rome'), within);
    await replaceAll(() => ({ ok: true, after: [{ ...ANY, protocol: 'sip', location: 'London' }] }), BY);
    await vi.waitFor(async () => expect(await locationFor('sip')).toBe('London'), within);
    expect(await locationFor('h323')).toBeUndefined();
    await deleteRule((await listRules())[0]!.id, BY);
    await vi.waitFor(async () => expect(await locationFor('sip')).toBeUndefined(), within);
  });

  it('leave out a row that was changed by hand into something Infinity would not take', async () => {
    const bad = await database().mediaRule.create({ data: { ...ANY, protocol: 'sip', location: 'Os\nlo' } });
    await stored();
    await vi.waitFor(async () => expect(await locationFor('sip')).toBe('Oslo'), within);
    expect(takeConsoleErrors().flat()).toContain(`media rule ${bad.id} is not acceptable and is left out`);
  });
});
