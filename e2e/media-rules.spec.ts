import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './people';

// Rules for where media goes, as a file of them at the desk.

const HEAD = 'asking_location,network,protocol,location,overflow,note';

function upload(request: APIRequestContext, query: string, lines: string[]) {
  const data = [HEAD, ...lines, ''].join('\n');
  return request.post(`/api/media-rules/csv?${query}`, { headers: { 'Content-Type': 'text/csv' }, data });
}

test('rules are imported whole or not at all', async ({ newPerson }) => {
  const page = await newPerson({ signedIn: true });
  const lines = [',198.51.100.0/24,,Harbour,,', ',not a network,,Harbour,,'];
  const broken = await upload(page.request, 'mode=replace', lines);
  expect(broken.status()).toBe(422);
  expect(await broken.json()).toMatchObject({ faults: [{ line: 3, field: 'network' }] });
  const rules = async () => (await (await page.request.get('/api/media-rules')).json()) as { rules: unknown[] };
  expect((await rules()).rules).toEqual([]);
});

test('a location that Infinity does not have leads to its rule, behind a hundred others', async ({ newPerson }) => {
  const page = await newPerson({ signedIn: true });
  const right = Array.from({ length: 100 }, (_, index) => `Harbour,10.77.${index}.0/24,,Harbour,,`);
  const wrong = 'Harbour,192.168.7.0/24,,Harbor,,';
  const imported = await upload(page.request, 'mode=replace&saveUnchecked=true', [...right, wrong]);
  expect(imported.status()).toBe(200);
  // Else the page might look just before the server hears of the rules, and look again a minute later.
  await expect.poll(async () => (await page.request.get('/api/connection/names')).text()).toContain('"Harbor"');

  await page.goto('/dashboard/connection');
  await page.getByRole('region', { name: 'Names on Infinity' }).getByRole('link', { name: '1 media rule' }).click();
  const rules = page.getByRole('region', { name: 'Rules', exact: true });
  await expect(rules).toContainText('1 of 101 rules');
  await expect(rules).toContainText('Infinity has no location named Harbor');
  const changes = rules.getByRole('button', { name: /^Change the / });
  await expect(changes).toHaveCount(1);
  await rules.getByRole('searchbox', { name: 'Find a rule' }).fill('');
  await expect(changes).toHaveCount(100);

  expect((await upload(page.request, 'mode=restore', [])).status()).toBe(200);
});
