import type { Page } from '@playwright/test';
import { CORNER, expectAccessible } from './accessible';
import { expect, expectInCall, test } from './people';
import { liveTracks } from './media';
import { stack } from './stack';

test('a node that cannot be reached: a sentence, and trying again works', async ({ newPerson }) => {
  const visitor = await newPerson();
  const node = `${stack().NODE_URL}/**`;
  await visitor.route(node, (route) => route.abort('connectionrefused'));
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await visitor.getByLabel('Your name').fill('Dana');
  await visitor.getByRole('button', { name: 'Call now' }).click();
  await expect(visitor.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await liveTracks(visitor)).toBe(0);
  await expectAccessible(visitor, 'the call has failed', CORNER);

  await visitor.unroute(node);
  await visitor.getByRole('button', { name: 'Try again' }).click();
  await expectInCall(visitor);
});

test('our own server out of reach: a sentence, and trying again works', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await visitor.getByLabel('Your name').fill('Dana');
  await visitor.route('**/api/meetings', (route) => route.abort('internetdisconnected'));
  await visitor.getByRole('button', { name: 'Call now' }).click();
  await expect(visitor.getByRole('button', { name: 'Try again' })).toBeVisible();
  await visitor.unroute('**/api/meetings');
  await visitor.getByRole('button', { name: 'Try again' }).click();
  await expectInCall(visitor);
});

/** Has what a page asks at these addresses wait for its answer, which then is the real one, until it is let go. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return letGo;
}

/** What a page showed at a moment, in a tab of its own where no time passes: axe may take longer than the page stays so. */
async function stillOf(page: Page, content: string): Promise<Page> {
  const body = content.replaceAll(/<script\b[^>]*>[^]*?<\/script>/g, '');
  const still = await page.context().newPage();
  await still.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await still.goto(page.url());
  return still;
}

test('while site and node take their time, the panel says what it waits for', async ({ newPerson }) => {
  const visitor = await newPerson();
  const heading = (name: string) => visitor.getByRole('heading', { name });
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await visitor.getByLabel('Your name').fill('Dana');
  const siteAnswers = await holdBack(visitor, '**/api/meetings');
  const nodeAnswers = await holdBack(visitor, `${stack().NODE_URL}/**`);
  await visitor.getByRole('button', { name: 'Call now' }).click();
  await expect(heading('Opening the meeting…')).toBeFocused();
  const opening = await visitor.content();
  siteAnswers();
  await expect(heading('Calling…')).toBeVisible();
  const calling = await visitor.content();
  nodeAnswers();
  await expectInCall(visitor);
  for (const [content, name] of [
    [opening, 'Opening the meeting…'],
    [calling, 'Calling…'],
  ] as const) {
    const still = await stillOf(visitor, content);
    await expect(still.getByRole('heading', { name })).toBeVisible();
    await expectAccessible(still, name, CORNER);
  }
});
