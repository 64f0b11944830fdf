import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { disconnectTagged } from './disconnect-tagged';
import { ManagementProblem } from './management-client';
import { listParticipants } from './participants';
import { readList, type ListRequest } from './read-list';

let node: TestManagementNode;
beforeAll(async () => {
  await testDatabase();
  node = await startManagementNode();
});
afterAll(() => node.close());
beforeEach(() => {
  node.asked.length = node.sent.length = 0;
  node.refuse = () => null;
  node.lists.clear();
});

const Thing = z.object({ id: z.string() });
const access = (password?: string) => {
  const { MANAGEMENT_URL: url, MANAGEMENT_USERNAME: username, MANAGEMENT_PASSWORD } = managementSettings(node);
  return { url: url!, username: username!, password: password ?? MANAGEMENT_PASSWORD! };
};
const read = (more: Partial<ListRequest<typeof Thing>> = {}) =>
  readList(access(), { list: 'status/v1/thing', item: Thing, urgency: 'background', pageSize: 2, ...more });
const OF_THINGS = { list: 'status/v1/thing', item: Thing, urgency: 'background' } as const;
const things = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `t${index}`, colour: 'red' }));

/** A Management Node that answers everything so. */
async function answering(answer: (url: URL) => object) {
  const server = createServer((request, response) => {
    response.end(JSON.stringify(answer(new URL(request.url ?? '/', 'http://localhost'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

it('every page is read, with the filters on each, and all of them twice where they are several', async () => {
  node.lists.set('status/v1/thing', things(5));
  const { items } = await read({ filters: { colour: 'red' } });
  expect(items).toEqual([...things(5), ...things(5)].map(({ id }) => ({ id })));
  expect(node.asked).toHaveLength(6);
  expect(node.asked.every((asked) => asked.includes('colour=red'))).toBe(true);
});

it('an empty list is one page with nothing', async () => {
  node.lists.set('status/v1/thing', []);
  expect(await read()).toEqual({ items: [], unread: [] });
});

it('an object that cannot be read is handed over apart from the others, and the log says so once', async () => {
  const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const odd = { id: null, colour: 'red' };
  node.lists.set('status/v1/odd', [{ id: 't1' }, odd, { id: 't2' }]);
  for (let looks = 0; looks < 2; looks += 1) {
    expect(await read({ list: 'status/v1/odd', pageSize: 10 })).toEqual({
      items: [{ id: 't1' }, { id: 't2' }],
      unread: [odd],
    });
  }
  expect(warnings.mock.calls.map(String)).toEqual([expect.stringContaining('list of odd: 1')]);
  warnings.mockRestore();
});

describe('rather than a part of a list there is an error in words', () => {
  it.each([
    [401, 'does not accept our user name and password'],
    [403, 'gives our account no right to this'],
    [302, 'sends us to its sign-in page'],
    [429, 'is asked too often'],
    [500, 'answered 500'],
  ])('%i', async (status, words) => {
    node.lists.set('status/v1/thing', things(3));
    node.refuse = () => (node.asked.length > 1 ? status : null);
    await expect(read()).rejects.toThrow(words);
  });

  it('for objects none of which is what it should be', async () => {
    node.lists.set('status/v1/thing', [{ name: 'no id' }, { name: 'nor here' }]);
    await expect(read()).rejects.toThrow('answered a list of thing with something else');
  });

  it.each([
    ['that is cut, as it says itself', { next: null, total_count: 5 }, 'listed 2 of 5 in its list of thing'],
    ['with a next page that is no address', { next: 'http://', total_count: 5 }, 'with something else'],
  ])('for one %s', async (_, meta, words) => {
    const odd = await answering(() => ({ meta, objects: things(2) }));
    await expect(readList({ ...access(), url: odd.url }, OF_THINGS)).rejects.toThrow(words);
    await expect(readList({ ...access(), url: odd.url }, OF_THINGS)).rejects.toBeInstanceOf(ManagementProblem);
    odd.close();
  });

  it('for a Management Node that is away', async () => {
    await node.close();
    await expect(read()).rejects.toThrow('cannot be reached (ECONNREFUSED)');
    await node.open();
  });

  it('and none of them says the password', async () => {
    const wrong = readList(access('guess-work'), {
      list: 'status/v1/thing',
      item: z.object({}),
      urgency: 'background',
    });
    const error = await wrong.catch((reason: Error) => reason);
    expect(String(error)).toContain('401');
    expect(String(error)).not.toContain('guess-work');
  });
});

it('a Management Node that gives twenty at once, whatever is asked for, is read to its end', async () => {
  const all = things(500);
  const few = await answering((url) => {
    const end = Number(url.searchParams.get('offset')) + 20;
    const next = end < all.length ? `/api/admin/status/v1/thing/?offset=${end}` : null;
    return { meta: { next, total_count: all.length }, objects: all.slice(end - 20, end) };
  });
  const { items } = await readList({ ...access(), url: few.url }, { ...OF_THINGS, urgency: 'hard-stop' });
  expect(new Set(items.map(({ id }) => id)).size).toBe(500);
  few.close();
});

describe('of a slow Management Node', () => {
  /** Each page takes this long. */
  const takes = (ms: number) => (node.refuse = () => pause(ms, null));

  it('nothing is asked before the pause is over that it asked for', async () => {
    const askedAt: number[] = [];
    const busy = createServer((_request, response) => {
      askedAt.push(Date.now());
      if (askedAt.length === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
      else response.end(JSON.stringify({ meta: { next: null }, objects: [] }));
    });
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const from = { ...access(), url: `http://127.0.0.1:${(busy.address() as AddressInfo).port}` };
    await expect(readList(from, OF_THINGS)).rejects.toThrow('asked too often');
    await expect(readList(from, { ...OF_THINGS, pageMs: 300 }), 'not in its time').rejects.toThrow('asked too often');
    expect(askedAt).toHaveLength(1);
    expect((await readList(from, OF_THINGS)).items).toEqual([]);
    expect(askedAt[1]! - askedAt[0]!).toBeGreaterThan(900);
    busy.close();
  });

  it('each page has its own time, however many there are', async () => {
    node.lists.set('status/v1/thing', things(9));
    takes(150);
    expect(new Set((await read({ pageMs: 600 })).items.map(({ id }) => id)).size).toBe(9);
  });

  it('no page takes longer than its time, nor all of them longer than theirs', async () => {
    node.lists.set('status/v1/thing', things(9));
    takes(200);
    await expect(read({ pageMs: 100 })).rejects.toThrow('did not answer in time');
    await expect(read({ withinMs: 500 })).rejects.toThrow('did not answer in time');
    expect(node.asked.length).toBeLessThan(5);
  });

  it('a list whose end does not come in time is told as that, and not as something else', async () => {
    const half = createServer((_request, response) => void response.write('{"meta":{"next":null},'));
    await new Promise<void>((resolve) => half.listen(0, '127.0.0.1', resolve));
    const { port } = half.address() as AddressInfo;
    const list = { list: 'status/v1/thing', item: Thing, urgency: 'background', pageMs: 300 } as const;
    await expect(readList({ ...access(), url: `http://127.0.0.1:${port}` }, list)).rejects.toThrow(
      'did not answer in time',
    );
    half.closeAllConnections();
    half.close();
  });
});

describe('who slips from one page to the next is found all the same', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `p${index}`, service_tag: 'ours', call_tag: `tag ${index}` }));

  beforeEach(() => {
    node.lists.set('status/v1/participant', people(5_001));
    // One leaves while the second page is on its way: who was first on it is now last on the first, which was read before.
    node.refuse = () => {
      if (node.asked.length === 2) node.lists.set('status/v1/participant', people(5_001).slice(1));
      return null;
    };
  });

  it('among participants', async () => {
    const ids = new Set((await listParticipants(access())).participants.map(({ id }) => id));
    expect(ids.has('p5000')).toBe(true);
  });

  it('among those who are to be put out', async () => {
    await disconnectTagged(access(), 'ours', new Set(['tag 5000']));
    expect(node.sent.map(({ body }) => body)).toEqual([{ participant_id: 'p5000' }]);
  });
});
