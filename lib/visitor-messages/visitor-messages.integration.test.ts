import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { ageOutHistory } from '@/lib/retention/age-out-history';
import { erasePeople } from '@/lib/retention/erase-people-store';
import { findPeople } from '@/lib/retention/find-people-store';
import { testDatabase } from '@/lib/testing/database';
import { messageBody, MessageQuery } from './message-input';
import { countUnanswered, keepMessage, listMessages, markMessage } from './message-store';

beforeAll(async () => void (await testDatabase()));
beforeEach(async () => void (await database().visitorMessage.deleteMany()));
afterAll(disconnectDatabase);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const now = new Date('2026-11-21T12:00:00Z');
const ann = { name: 'Ann Ash', email: 'ann@example.com', text: 'Please call me.\nAfter four.' };
const keep = (message: object = {}, receivedAt = now) =>
  keepMessage(messageBody(now).parse({ ...ann, ...message }), receivedAt);
const list = (query: object = {}) => listMessages(MessageQuery.parse(query));
const agent = async (name: string) => {
  const email = `${name}-${randomUUID()}@example.com`;
  return database().agent.create({
    data: { name, email, passwordHash: 'none' },
    select: { id: true, name: true, email: true },
  });
};

describe('what a visitor may leave', () => {
  const faults = (message: object) => {
    const parsed = messageBody(now).safeParse(message);
    return parsed.success ? [] : parsed.error.issues.map(({ path, message: words }) => `${path.join('.')}: ${words}`);
  };
  const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString();

  it.each([
    [{ ...ann }, []],
    [{ name: 'Bo', phone: '+47 (0) 22 33-44 55', wantedAt: inDays(60), language: 'nb-NO', email: ' ', text: '' }, []],
    [{ name: 'Bo', text: 'Hello' }, ['email: give an e-mail address or a telephone number']],
    [{ name: 'Bo', phone: '22334455' }, ['text: must not be empty']],
    [{ ...ann, email: 'ann' }, ['email: must be an e-mail address']],
    [{ ...ann, phone: 'call me' }, ['phone: must be a telephone number']],
    [{ ...ann, phone: '+1-()' }, ['phone: must be a telephone number']],
    [{ ...ann, text: 'x'.repeat(2_001) }, ['text: must be at most 2000 characters']],
    [{ ...ann, text: 'a\u0000b' }, ['text: must not contain control characters']],
    [{ ...ann, wantedAt: now.toISOString() }, ['wantedAt: must be in the future']],
    [{ ...ann, wantedAt: inDays(60.001) }, ['wantedAt: must be within 60 days']],
    [{ ...ann, wantedAt: 'tomorrow' }, ['wantedAt: must be an ISO 8601 time with a zone, as in 2026-11-20T10:00:00Z']],
    [{ ...ann, language: 'English, please' }, ['language: must be a language tag']],
    [{ ...ann, name: 'A\nB' }, ['name: must not contain control characters']],
  ])('%j: %j', (message, expected) => expect(faults(message)).toEqual(expected));
});

describe('messages', () => {
  it('are listed newest first, open and answered apart, and page by page without a gap', async () => {
    // Several of one moment, so that the page ends among them.
    for (let index = 0; index < 60; index += 1)
      await keep({ name: `Visitor ${index}` }, new Date(now.getTime() + (index >> 2) * MINUTE));
    const first = await list();
    expect(first.unanswered).toBe(60);
    expect(first.messages).toHaveLength(50);
    const second = await list({ after: first.next });
    expect(second).toMatchObject({ next: null, messages: { length: 10 } });
    const all = [...first.messages, ...second.messages];
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect(all.map(({ receivedAt }) => receivedAt)).toEqual(
      all
        .map(({ receivedAt }) => receivedAt)
        .toSorted()
        .toReversed(),
    );
    const ingrid = await agent('Ingrid');
    await markMessage(all[3]!.id, true, ingrid, now);
    expect((await list({ state: 'answered' })).messages).toMatchObject([{ id: all[3]!.id, answeredBy: 'Ingrid' }]);
    expect((await list({ state: 'open' })).messages.some(({ id }) => id === all[3]!.id)).toBe(false);
    expect((await list({ state: 'all' })).messages).toHaveLength(50);
    expect(await countUnanswered()).toBe(59);
  });

  it('keep who answered first, and forget it when that is taken back; each is written down once', async () => {
    await keep();
    const [message] = (await list()).messages;
    const [ingrid, olav] = [await agent('Ingrid'), await agent('Olav')];
    await markMessage(message!.id, true, ingrid, now);
    const later = new Date(now.getTime() + MINUTE);
    expect(await markMessage(message!.id, true, olav, later)).toMatchObject({
      answeredBy: 'Ingrid',
      answeredAt: now.toISOString(),
    });
    expect(await markMessage(message!.id, false, olav, later)).toMatchObject({ answeredBy: null, answeredAt: null });
    expect(await markMessage(randomUUID(), true, olav, later)).toBeNull();
    const written = await database().auditEntry.findMany({
      where: { action: { startsWith: 'message.' } },
      orderBy: { id: 'asc' },
    });
    expect(written.map(({ actor, action }) => `${actor} ${action}`).slice(-2)).toEqual([
      'Ingrid message.answered',
      'Olav message.reopened',
    ]);
    expect(
      JSON.stringify(written, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('Ann');
  });

  const erased = { name: 'Erased', email: null, phone: null, text: null };

  it('name nobody any more after as many days as names are kept', async () => {
    await keep({ name: 'Old' }, new Date(now.getTime() - 91 * DAY));
    await keep({ name: 'New', phone: '22334455' }, new Date(now.getTime() - 89 * DAY));
    await ageOutHistory(now);
    expect((await list()).messages).toMatchObject([{ name: 'New', phone: '22334455' }, erased]);
    await ageOutHistory(now);
  });

  it('are found by name, address and number, and erased with the person on request', async () => {
    await keep({ wantedAt: new Date(now.getTime() + DAY).toISOString() });
    await keep({ name: 'Bo Birk', email: undefined, phone: '22 33 44 55' });
    for (const [search, name] of [
      ['ash', 'Ann Ash'],
      ['ANN@', 'Ann Ash'],
      ['33 44', 'Bo Birk'],
    ] as const) {
      expect((await findPeople(search, now)).people.map(({ displayName }) => displayName)).toEqual([name]);
    }
    const [found] = (await findPeople('Ann', now)).people;
    expect(found).toMatchObject({ address: 'ann@example.com', isThere: false, meeting: null, at: now.toISOString() });
    const actor = { kind: 'agent', id: randomUUID(), name: 'Ingrid' } as const;
    expect(await erasePeople([found!.person], actor, now)).toMatchObject({ ok: true, people: 1, meetings: 0 });
    expect((await findPeople('Ann', now)).people).toEqual([]);
    const rows = await database().visitorMessage.findMany({ orderBy: { name: 'asc' } });
    expect(rows).toMatchObject([
      { name: 'Bo Birk' },
      { ...erased, receivedAt: now, wantedAt: new Date(now.getTime() + DAY) },
    ]);
  });
});
