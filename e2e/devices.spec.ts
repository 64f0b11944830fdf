import { chromium } from '@playwright/test';
import config from '../playwright.config';
import { CORNER, expectAccessible } from './accessible';
import { expect, expectInCall, test } from './people';
import { watchConnections } from './media';
import { stack } from './stack';

const { executablePath, args = [] } = config.use?.launchOptions ?? {};

/** A browser whose devices are not the obliging fake ones. */
async function visitorWith(without: string[], more: string[] = []) {
  const browser = await chromium.launch({
    executablePath,
    args: [...args.filter((arg) => !without.includes(arg)), ...more],
  });
  const context = await browser.newContext({ baseURL: stack().APP_URL, permissions: [] });
  await context.addInitScript(watchConnections);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Talk to us' }).click();
  return { page, browser };
}

test('camera and microphone refused: the panel says what to do, and one can still call', async () => {
  const { page, browser } = await visitorWith(['--use-fake-ui-for-media-stream'], ['--deny-permission-prompts']);
  await expect(page.getByText('Your camera and microphone are blocked for this page.')).toBeVisible();
  await expectAccessible(page, 'refused', CORNER);
  await page.getByLabel('Your name').fill('Dana');
  await page.getByRole('button', { name: 'Call now' }).click();
  await expectInCall(page);
  await browser.close();
});

test('no camera and no microphone: the panel says so, and one can still call', async () => {
  const { page, browser } = await visitorWith(['--use-fake-device-for-media-stream']);
  await expect(page.getByText('We can’t find a camera or a microphone.')).toBeVisible();
  await expectAccessible(page, 'nothing there to open', CORNER);
  await page.getByLabel('Your name').fill('Dana');
  await page.getByRole('button', { name: 'Call now' }).click();
  await expectInCall(page);
  await browser.close();
});
