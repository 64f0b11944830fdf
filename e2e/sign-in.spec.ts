import { expect, signIn, test } from './people';
import { stack } from './stack';

test('the desk is for agents: others are sent to sign in, and wrong passwords are told so', async ({
  newPerson,
  request,
}) => {
  expect((await request.get('/api/live')).status()).toBe(401);
  const page = await newPerson();
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill('nobody@harbourline.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
});

test('after ten wrong passwords an account has to wait, even for the right one', async ({ newPerson }) => {
  const page = await newPerson();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('tom@harbourline.example');
  const submit = async (password: string) => {
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answered;
  };
  for (let attempt = 0; attempt < 10; attempt += 1) await submit(`guess ${attempt}`);
  await submit(stack().SEED_AGENT_PASSWORD);
  await expect(page.getByRole('alert').filter({ hasText: /too many/i })).toBeVisible();
});

test('an agent signs out and is out', async ({ newPerson }) => {
  const page = await newPerson();
  await signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/sign-in/);
});
