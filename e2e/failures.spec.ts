import { CORNER, expectAccessible } from './accessible';
import { expect, expectInCall, press, test } from './people';
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

test('where the invitation’s own word does not reach the node, it asks for the PIN, and takes the right one', async ({
  newPerson,
}) => {
  const visitor = await newPerson();
  let pin = '';
  await visitor.route('**/api/meetings/*/join', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { pin: string };
    pin = answer.pin;
    await route.fulfill({ response, json: { ...answer, pin: undefined, callTag: '' } });
  });
  await visitor.goto('/');
  await press(visitor, 'Talk to us');
  await visitor.getByLabel('Your name').fill('Dana');
  await press(visitor, 'Call now');

  const field = visitor.getByLabel('PIN', { exact: true });
  await expect(field).toBeFocused();
  await expectAccessible(visitor, 'the PIN is asked for', CORNER);
  await field.fill('000000');
  await field.press('Enter');
  await expect(visitor.getByText('That PIN is not right.')).toBeVisible();
  await expectAccessible(visitor, 'the PIN was wrong', CORNER);
  await field.fill(pin);
  await field.press('Enter');
  await expectInCall(visitor);
});
