import { CORNER, expectAccessible } from './accessible';
import { expect, expectInCall, press, test } from './people';

// Axe on each state.
test.describe.configure({ timeout: 180_000 });

test('a PIN that the node refuses is asked for until it is right', async ({ newPerson }) => {
  const visitor = await newPerson();
  let pin = '';
  // As if the PIN had been changed on the way: the ticket's own is none of the node's.
  await visitor.route('**/api/meetings/*/join', async (route) => {
    const response = await route.fetch();
    const ticket = (await response.json()) as { pin: string };
    pin = ticket.pin;
    await route.fulfill({ response, json: { ...ticket, pin: '000000' } });
  });
  await visitor.goto('/');
  await press(visitor, 'Talk to us');
  await visitor.getByLabel('Your name').fill('Dana');
  await press(visitor, 'Call now');

  const field = visitor.getByLabel('PIN', { exact: true });
  await expect(field).toBeFocused();
  await expectAccessible(visitor, 'a PIN is asked for', CORNER);
  await press(visitor, 'Continue');
  await expect(visitor.getByText('Enter the digits of the PIN.')).toBeVisible();
  await field.fill('1234');
  await press(visitor, 'Continue');
  await expect(visitor.getByText('That PIN is not right. Check it and try again.')).toBeVisible();
  await expectAccessible(visitor, 'a PIN was refused', CORNER);
  await field.fill(pin.replace(/(\d{4})/g, '$1 '));
  await press(visitor, 'Continue');
  await expectInCall(visitor);
  await press(visitor, '1 person');
  await expect(visitor.getByRole('heading', { name: 'For hosts' })).toBeVisible();
});
