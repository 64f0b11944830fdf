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
