import { expectAccessible, JOIN_PAGE } from './accessible';
import { expect, press, test } from './people';

test.describe.configure({ timeout: 180_000 });

test('the join page speaks the language asked for, and changing it keeps what was typed', async ({
  newPerson,
  request,
}) => {
  const created = await request.post('/api/meetings', { data: {} });
  const { alias } = (await created.json()) as { alias: string };
  const guest = await newPerson({ phone: true });
  await guest.goto(`/join/${alias}`);
  const page = guest.locator('html');
  await expect(page).toHaveAttribute('lang', 'en');
  await guest.getByLabel('Your name').fill('Layla');
  await guest.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'العربية' }).click();
  await expect(guest.getByLabel('اسمك')).toHaveValue('Layla');
  await expect(page).toHaveAttribute('lang', 'ar');
  await expect(page).toHaveAttribute('dir', 'rtl');
  await expect(guest.getByRole('link', { name: /الصفحة الرئيسية$/ })).toBeVisible();
  await expect(guest).toHaveTitle(/الانضمام/);
  await guest.getByRole('button', { name: 'انضم الآن' }).click();
  await expect(guest.getByRole('button', { name: 'مغادرة' })).toBeVisible({ timeout: 30_000 });
  await expect(guest.getByRole('navigation', { name: 'اللغة' })).toBeHidden();
  await press(guest, 'المزيد من الإجراءات');
  await guest.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(guest, 'the waiting room with its menu in Arabic, 360 px', JOIN_PAGE);
});

test('the browser’s language is served, and an unknown alias answers in the address’s', async ({
  newPerson,
  request,
}) => {
  const validFrom = new Date(Date.now() + 3 * 24 * 3600_000).toISOString();
  const { alias } = (await (await request.post('/api/meetings', { data: { validFrom } })).json()) as { alias: string };
  const german = await (
    await request.get(`/join/${alias}`, { headers: { 'accept-language': 'sv, de-CH;q=0.8' } })
  ).text();
  expect(german).toMatch(/<html[^>]* lang="de" dir="ltr"/);
  expect(german).toContain('noch nicht offen');
  const guest = await newPerson();
  await guest.goto(`/join/${alias}?lang=nb`);
  await expect(guest.getByText(/Det starter/)).toBeVisible();
  await guest.goto('/join/meet-aaaaaaaaaaaaaaaaaaaaaaaaaa?lang=ar');
  const page = guest.locator('html');
  await expect(page).toHaveAttribute('dir', 'rtl');
  await guest.getByRole('link', { name: 'Français' }).click();
  await expect(guest.getByRole('heading', { name: 'Nous ne connaissons pas cette réunion' })).toBeVisible();
  await expect(page).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveAttribute('dir', 'ltr');
  await guest.getByRole('link', { name: 'Aller sur notre site' }).click();
  await expect(guest.getByRole('button', { name: 'Talk to us' })).toBeVisible();
  await expect(page, 'the site is English').toHaveAttribute('lang', 'en');
});

test('the panel takes the language of the page around it', async ({ newPerson }) => {
  const visitor = await newPerson({ phone: true });
  await visitor.goto('/');
  await visitor.evaluate(() => {
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
  });
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await expect(visitor.getByRole('dialog', { name: 'مكالمة فيديو' })).toHaveAttribute('dir', 'rtl');
});

test('a language out of reach is English', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await visitor.evaluate(() => (document.documentElement.lang = 'es'));
  let wasKeptBack = false;
  await visitor.route('**/_next/static/chunks/**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (text.includes('Hable con nosotros')) {
      wasKeptBack = true;
      return route.abort();
    }
    return route.fulfill({ response });
  });
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await expect(visitor.getByRole('button', { name: 'Call now' })).toBeVisible();
  expect(wasKeptBack).toBe(true);
});
