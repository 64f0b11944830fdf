import type { Page } from '@playwright/test';
import { callFromSite, expect, press, test } from './people';

// What few people open in a call is fetched when the call has been up for a while, and not at its beginning.

/** What only its code says, and what only its English words do, which are a file of their own. */
const CODE = /tools\.keypad/;
const WORDS = /Tones for a telephone menu/;
const isOfTheTools = (text: string) => CODE.test(text) || WORDS.test(text);

/** Behind a call that may take half a minute to come up. */
const fetchedTools = (page: Page) =>
  Promise.all(
    [CODE, WORDS].map((part) =>
      page.waitForResponse(
        async (response) => response.url().includes('/_next/static/chunks/') && part.test(await response.text()),
        { timeout: 60_000 },
      ),
    ),
  );

/** Holds the tools back until `letGo` is called, and then breaks off. */
async function keepBackTools(page: Page): Promise<{ letGo: () => void }> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/_next/static/chunks/**', async (route) => {
    const response = await route.fetch();
    if (!isOfTheTools(await response.text())) return route.fulfill({ response });
    await held;
    return route.abort('internetdisconnected');
  });
  return { letGo };
}

const sheetOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const titleOf = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function openFromMenu(page: Page, name: string) {
  await press(page, 'More actions');
  await page.getByRole('button', { name, exact: true }).click();
}

test('what says how bad the connection is, is there when it is gone', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  const fetched = fetchedTools(visitor);
  await callFromSite(visitor, 'Dana');
  await fetched; // by itself: nothing was opened
  await visitor.context().setOffline(true);

  await openFromMenu(visitor, 'Connection');
  await expect(sheetOf(visitor, 'Connection')).toContainText(/come through well|may stutter|Little comes through/);
  await expect(titleOf(visitor, 'Connection')).toBeFocused();
  await openFromMenu(visitor, 'Camera and sound');
  await expect(sheetOf(visitor, 'Camera and sound').getByLabel('Microphone', { exact: true })).toBeVisible();
  await visitor.context().setOffline(false);
});

test('what cannot be fetched is said, can be tried again, and ends no call', async ({ newPerson }) => {
  const visitor = await newPerson();
  const { letGo } = await keepBackTools(visitor);
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');

  await openFromMenu(visitor, 'Connection');
  const sheet = sheetOf(visitor, 'Connection');
  await expect(sheet).toContainText('One moment…');
  await expect(titleOf(visitor, 'Connection')).toBeFocused();
  letGo();
  await expect(sheet).toContainText('This couldn’t be loaded. Check your connection and try again.');

  await visitor.route('**/api/health/live', (route) => route.fulfill({ headers: { 'x-build': 'the next one' } }));
  const again = sheet.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(sheet).toContainText('Our site has just been updated');
  await expect(again).toBeFocused();
  await expect(visitor.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();

  await visitor.unroute('**/_next/static/chunks/**');
  await again.press('Enter');
  await expect(sheet).toContainText('Received / sent');
  await expect(titleOf(visitor, 'Connection')).toBeFocused();
});

test('the settings before a call can be tried again, too', async ({ newPerson }) => {
  const visitor = await newPerson();
  const { letGo } = await keepBackTools(visitor);
  letGo();
  await visitor.goto('/');
  await press(visitor, 'Talk to us');
  const summary = visitor.getByText('Picture and sound');
  await summary.click();
  const again = visitor.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await visitor.unroute('**/_next/static/chunks/**');
  await again.click();
  await expect(visitor.getByLabel('Microphone', { exact: true })).toBeVisible();
  await expect(visitor.locator('summary')).toBeFocused();
});
