import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settings } from '@/lib/config/env';
import { database, disconnectDatabase, pool } from '@/lib/db/client';
import { extendMeeting } from '@/lib/meetings/change-meeting';
import { findMeetingByAlias } from '@/lib/meetings/find-meeting';
import { joinMeeting } from '@/lib/meetings/join-meeting';
import { storedMeeting, TEST_HOST_KEY } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { MOST_INVITATIONS } from './invitation-store';
import { invitationsOf, invite, withdraw } from './invite';
import * as schemas from './schemas';

beforeAll(async () => void (await testDatabase()));
afterAll(disconnectDatabase);

const asHost = { kind: 'host-key', hostKey: TEST_HOST_KEY } as const;
const HOUR = 3_600_000;
const now = () => new Date();
const secretIn = (link: string) => new URL(link).searchParams.get('i')!;

async function invited(alias: string, name = 'Dana') {
  const made = await invite(alias, name, asHost);
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, claim: { kind: 'invitation', secret: secretIn(made.value.link) } as const };
}

describe('a personal link', () => {
  it('lets its holder in as a guest, by the name on it unless they type another', async () => {
    const { alias, validUntil } = await storedMeeting();
    const { id, link, claim, ...made } = await invited(alias);
    expect(schemas.CreatedInvitation.parse({ id, link, ...made })).toMatchObject({ displayName: 'Dana' });
    expect(made.validUntil).toBe(validUntil.toISOString());
    expect(link).toMatch(new RegExp(`^${settings().appUrl}/join/${alias}\\?i=[\\w-]{24}$`));
    expect(await joinMeeting(alias, null, claim, now())).toMatchObject({
      ok: true,
      role: 'guest',
      displayName: 'Dana',
    });
    const typed = await joinMeeting(alias, 'Dana M.', claim, now());
    expect(typed).toMatchObject({ ok: true, displayName: 'Dana M.' });
    const ticket = typed.ok && (await database().ticket.findUnique({ where: { id: typed.callTag } }));
    expect(ticket).toMatchObject({ displayName: 'Dana M.', invitationId: id, withdrawnAt: null });
  });

  it('is listed with who made it and when it was used, and without its secret, not even hashed', async () => {
    const { alias } = await storedMeeting();
    const { id, link, claim } = await invited(alias);
    const agent = await database().agent.create({
      data: { name: 'Ingrid', email: 'i@example.com', passwordHash: 'x' },
    });
    await invite(alias, 'Bo', { kind: 'agent', id: agent.id, name: agent.name });
    await joinMeeting(alias, null, claim, now());
    const listed = await invitationsOf(alias, asHost);
    const { invitations } = schemas.InvitationList.parse(listed.ok && listed.value);
    expect(invitations).toMatchObject([
      { id, displayName: 'Dana', createdBy: null, lastUsedAt: expect.any(String) as string, withdrawnAt: null },
      { displayName: 'Bo', createdBy: 'Ingrid', lastUsedAt: null },
    ]);
    expect(JSON.stringify(listed)).not.toContain(secretIn(link));
    expect(Object.keys(invitations[0]!)).not.toContain('secretHash');
  });

  it('goes with the meeting’s end when that is moved', async () => {
    const { alias, validUntil } = await storedMeeting();
    await invited(alias);
    const later = new Date(validUntil.getTime() + HOUR);
    await extendMeeting(alias, later, asHost, { longestMeetingMs: 12 * HOUR, farthestStartMs: HOUR });
    expect(await invitationsOf(alias, asHost)).toMatchObject({ value: { validUntil: later.toISOString() } });
  });

  it('is made, seen and withdrawn by hosts alone, and not made for a meeting that is over', async () => {
    const { alias } = await storedMeeting();
    const { id } = await invited(alias);
    const guess = { kind: 'host-key', hostKey: 'guess' } as const;
    const refused = { ok: false, error: 'wrong-host-key' };
    expect(await invite(alias, 'Mallory', guess)).toEqual(refused);
    expect(await invitationsOf(alias, guess)).toEqual(refused);
    expect(await withdraw(alias, id, guess)).toEqual(refused);
    const ended = await storedMeeting({ validUntil: now() });
    expect(await invite(ended.alias, 'Dana', asHost)).toMatchObject({ error: 'over', state: 'ended' });
  });

  it('is of one meeting, and another one’s host cannot withdraw it', async () => {
    const [own, other] = [await storedMeeting(), await storedMeeting()];
    const { id, claim } = await invited(own.alias);
    expect(await joinMeeting(other.alias, null, claim, now())).toEqual({ ok: false, error: 'invitation-unknown' });
    expect(await withdraw(other.alias, id, asHost)).toEqual({ ok: false, error: 'no-invitation' });
    expect(await joinMeeting(own.alias, null, claim, now())).toMatchObject({ ok: true });
  });

  it('is one of a hundred at most, also when many are made at once', async () => {
    const { id: meetingId, alias } = await storedMeeting();
    await database().invitation.createMany({
      data: Array.from({ length: MOST_INVITATIONS - 2 }, (_, index) => ({
        ...{ meetingId, displayName: 'Dana', secretHash: `${meetingId}${index}` },
      })),
    });
    const made = await Promise.all(Array.from({ length: 8 }, () => invite(alias, 'Bo', asHost)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(2);
    expect(made.filter((each) => !each.ok && each.error === 'too-many')).toHaveLength(6);
  });
});

describe('a withdrawn link', () => {
  it('lets nobody in, voids every ticket given out for it, and has its people put out now and once more', async () => {
    const { alias } = await storedMeeting();
    const { id, claim } = await invited(alias);
    const joined = await joinMeeting(alias, null, claim, now());
    const withdrawn = await withdraw(alias, id, asHost);
    if (!withdrawn.ok) throw new Error(withdrawn.error);
    expect(withdrawn.value).toMatchObject({ id });
    const at = new Date(withdrawn.value.withdrawnAt!);
    expect(await joinMeeting(alias, null, claim, now())).toEqual({ ok: false, error: 'invitation-withdrawn' });
    const ticket = joined.ok && (await database().ticket.findUnique({ where: { id: joined.callTag } }));
    expect(ticket).toMatchObject({ withdrawnAt: at });
    const { rows } = await pool().query<{ run_at: Date }>(
      `SELECT run_at FROM graphile_worker.jobs WHERE key LIKE $1 ORDER BY run_at`,
      [`put-out%:${id}`],
    );
    expect(rows.map(({ run_at }) => run_at.getTime() - at.getTime())).toEqual([0, 15_000]);
  });

  it('stays withdrawn since the first time, and is written down once, without a name', async () => {
    const { alias } = await storedMeeting();
    const { id } = await invited(alias, 'Zelda');
    const first = await withdraw(alias, id, asHost);
    expect(await withdraw(alias, id, asHost)).toEqual(first);
    const entries = await database().auditEntry.findMany({ where: { subject: alias } });
    expect(entries).toMatchObject([{ action: 'invitation.withdrawn', actor: 'The host', detail: null }]);
  });

  it('gives out no ticket that its withdrawal does not void, when both happen at the same moment', async () => {
    const { alias } = await storedMeeting();
    for (let round = 0; round < 10; round += 1) {
      const { id, claim } = await invited(alias);
      await Promise.all([
        ...Array.from({ length: 6 }, () => joinMeeting(alias, null, claim, now())),
        withdraw(alias, id, asHost),
      ]);
      expect(await database().ticket.count({ where: { invitationId: id, withdrawnAt: null } })).toBe(0);
    }
  });
});

describe('a meeting that needs personal links', () => {
  it('refuses guests with its own link alone, and lets hosts and the invited in', async () => {
    const { alias } = await storedMeeting({ isInvitationRequired: true });
    const { claim } = await invited(alias);
    const join = (by: Parameters<typeof joinMeeting>[2]) => joinMeeting(alias, 'Dana', by, now());
    expect(await join({ kind: 'alias' })).toEqual({ ok: false, error: 'invitation-required' });
    expect(await join(claim)).toMatchObject({ ok: true, role: 'guest' });
    expect(await join(asHost)).toMatchObject({ ok: true, role: 'host' });
    expect(await findMeetingByAlias(alias)).toMatchObject({ isInvitationRequired: true });
  });

  it('is not any meeting: there the link alone is enough, but a name is needed', async () => {
    const { alias } = await storedMeeting();
    expect(await joinMeeting(alias, 'Dana', { kind: 'alias' }, now())).toMatchObject({ ok: true, role: 'guest' });
    expect(await joinMeeting(alias, null, { kind: 'alias' }, now())).toEqual({ ok: false, error: 'no-name' });
    expect(await findMeetingByAlias(alias)).not.toHaveProperty('isInvitationRequired');
  });
});

it('the page is told whose link it was opened with, and nobody’s name once that is withdrawn', async () => {
  const { alias } = await storedMeeting();
  const { id, claim } = await invited(alias);
  const note = async (secret: string) => (await findMeetingByAlias(alias, secret))?.invitation;
  expect(await note(claim.secret)).toEqual({ state: 'valid', displayName: 'Dana' });
  expect(await note('cut-short')).toEqual({ state: 'unknown' });
  await withdraw(alias, id, asHost);
  expect(await note(claim.secret)).toEqual({ state: 'withdrawn' });
  expect(await findMeetingByAlias(alias)).not.toHaveProperty('invitation');
});
