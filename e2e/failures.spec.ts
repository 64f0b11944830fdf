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

test('while site and node take their time, the panel says what it waits for', async ({ newPerson }) => {
  // The panel waits fifteen seconds for each, which is more than axe takes.
  const visitor = await newPerson();
  const heading = (name: string) => visitor.getByRole('heading', { name });
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await visitor.getByLabel('Your name').fill('Dana');
  const siteAnswers = await holdBack(visitor, '**/api/meetings');
  const nodeAnswers = await holdBack(visitor, `${stack().NODE_URL}/**`);
  await visitor.getByRole('button', { name: 'Call now' }).click();
  await expect(heading('Opening the meeting…')).toBeFocused();
  await expectAccessible(visitor, 'the meeting is being opened', CORNER);
  siteAnswers();
  await expect(heading('Calling…')).toBeVisible();
  await expectAccessible(visitor, 'the node is being called', CORNER);
  nodeAnswers();
  await expectInCall(visitor);
});
