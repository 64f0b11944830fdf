import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { callFromSite, expect, test } from './people';

/** Who was in a meeting, as the history tells it. */
async function participants(agent: Page, search: string) {
  const answer = await agent.request.get(`/api/history/participants?${new URLSearchParams({ search })}`);
  return ((await answer.json()) as { participants: { displayName: string; leftAt: string | null }[] }).participants;
}

/** Goes there by the desk's links: a field on a page that was just loaded forgets what is typed before its script is there. */
async function goToKeeping(agent: Page): Promise<void> {
  await agent.getByRole('link', { name: 'History' }).click();
  await agent.getByRole('link', { name: 'Keeping' }).click();
}

/** Calls and hangs up, and waits until the history knows of both. */
async function calledAndLeft(visitor: Page, agent: Page, name: string): Promise<void> {
  await visitor.goto('/');
  await callFromSite(visitor, name);
  await visitor.getByRole('button', { name: 'Leave' }).click();
  await expect
    .poll(async () => (await participants(agent, name))[0]?.leftAt ?? null, { timeout: 20_000 })
    .not.toBeNull();
}

test('a call that was had is found again, with who was in it, and can be taken along as a file', async ({
  newPerson,
}) => {
  const agent = await newPerson({ signedIn: true });
  await calledAndLeft(await newPerson(), agent, 'Hedda Lund');

  await agent.getByRole('link', { name: 'History' }).click();
  await agent.getByRole('searchbox', { name: 'Search' }).fill('hedda');
  await agent.getByRole('button', { name: 'Find' }).click();
  const row = agent.getByRole('listitem').filter({ hasText: 'Hedda Lund' });
  await expect(row).toContainText('No agent came');

  const download = agent.waitForEvent('download');
  await agent.getByRole('button', { name: 'Export CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.split('\r\n')[0]).toContain('topic,visitor');
  expect(file).toContain('Hedda Lund');

  await row.getByRole('link').click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Hedda Lund' })).toBeVisible();
  const people = agent.getByRole('region', { name: 'People' });
  await expect(people).toContainText('Hedda Lund');
  await expect(people).toContainText('hung up');

  await agent.getByRole('link', { name: 'Days' }).click();
  await expect(agent.getByRole('region', { name: 'Figures by day' }).getByRole('row')).toHaveCount(31);
});

test('a day counts when its year is typed to the end, and one that never was is dropped', async ({ newPerson }) => {
  const agent = await newPerson({ signedIn: true });
  const asked: (string | null)[] = [];
  agent.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/history/days' && searchParams.has('from')) asked.push(searchParams.get('from'));
  });
  await agent.goto('/dashboard/history/days');
  await expect(agent.getByRole('status').filter({ hasText: 'Counted' })).toBeAttached();
  const from = agent.getByLabel('From');
  await from.focus();
  await agent.keyboard.type('10252026');
  await expect(from).toHaveValue('2026-10-25');
  await expect.poll(() => asked).toEqual(['2026-10-25']);
  await from.fill('0002-10-25');
  await from.blur();
  await expect(from).toHaveValue('2026-10-25');
  expect(asked).toHaveLength(1);
});

test('a person is erased on request, at once and everywhere, with a note of who did it', async ({ newPerson }) => {
  const agent = await newPerson({ signedIn: true });
  await calledAndLeft(await newPerson(), agent, 'Gustav Frisk');

  await goToKeeping(agent);
  await agent.getByRole('searchbox', { name: 'Whose name or address' }).fill('gustav');
  await agent.getByRole('button', { name: 'Find' }).click();
  await agent.getByRole('checkbox', { name: /Gustav Frisk/ }).check();
  await agent.getByRole('button', { name: 'Erase 1…' }).click();
  await agent.getByRole('dialog').getByRole('button', { name: 'Erase for ever' }).click();
  await expect(agent.getByText(/^Erased 1 person/)).toBeVisible();

  expect(await participants(agent, 'gustav')).toEqual([]);
  const meetings = await agent.request.get('/api/meetings?search=gustav');
  expect(await meetings.json()).toMatchObject({ meetings: [] });
  await agent.getByRole('link', { name: 'Audit' }).click();
  await expect(agent.getByRole('listitem').filter({ hasText: 'erased names and addresses' })).toBeVisible();
});

test('how long things are kept is said at the desk, and what cannot be is refused at its field', async ({
  newPerson,
}) => {
  const agent = await newPerson({ signedIn: true });
  await goToKeeping(agent);
  const reports = agent.getByLabel('What Infinity reported');
  await reports.fill('100');
  await agent.getByRole('button', { name: 'Save' }).click();
  await expect(agent.getByText('Must not be more days than names are kept.')).toBeVisible();
  await reports.fill('14');
  await expect(agent.getByText('What is older goes within the hour')).toBeVisible();
  await agent.getByRole('button', { name: 'Save' }).click();
  await expect(agent.getByText('Saved.')).toBeVisible();
  await agent.reload();
  await expect(reports).toHaveValue('14');
});

test('nobody without a session sees any of it, and no other site changes it for them', async ({
  request,
  newPerson,
}) => {
  const doors: [string, string][] = [
    ['GET', '/api/meetings'],
    ['GET', '/api/history/meetings/csv'],
    ['GET', '/api/history/participants'],
    ['GET', '/api/history/participants/csv'],
    ['GET', '/api/history/days'],
    ['GET', '/api/history/days/csv'],
    ['GET', '/api/history/audit'],
    ['GET', '/api/retention'],
    ['PUT', '/api/retention'],
    ['GET', '/api/retention/people?search=dana'],
    ['POST', '/api/retention/erasure'],
  ];
  const agent = await newPerson({ signedIn: true });
  for (const [method, path] of doors) {
    const refused = await request.fetch(path, { method });
    expect(refused.status(), `${method} ${path}`).toBe(401);
    expect(refused.headers()['content-type'], `${method} ${path}`).toContain('application/problem+json');
    if (method === 'GET') continue;
    const foreign = await agent.request.fetch(path, { method, headers: { Origin: 'https://evil.example' } });
    expect(foreign.status(), `${method} ${path} from another site`).toBe(403);
  }
});
