import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Response,
} from '@playwright/test';
import { watchTold } from './heard';
import { watchConnections } from './media';
import { stack, takeStack } from './stack';
import { startTestStack } from './start-stack';

type PersonOptions = { signedIn?: boolean; phone?: boolean; timeZone?: string };
/** Someone with a browser of their own. */
export type NewPerson = (options?: PersonOptions) => Promise<Page>;

/** Gives each worker a Mayfly, and tests people, each in a browser context of their own; an error in a console fails a test. */
export const test = base.extend<{ newPerson: NewPerson; pageErrors: string[] }, { mayfly: void }>({
  mayfly: [
    async ({}, provide) => {
      const { env, stop } = await startTestStack();
      takeStack(env);
      await provide();
      await stop();
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: async ({}, provide) => provide(stack().APP_URL),
  pageErrors: async ({}, provide) => {
    const errors: string[] = [];
    await provide(errors);
    expect(errors, 'errors in the browsers’ consoles').toEqual([]);
  },
  newPerson: async ({ browser, pageErrors }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      const page = await context.newPage();
      collectErrors(page, pageErrors);
      if (options.signedIn) await signIn(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

async function newContext(browser: Browser, { phone: isPhone = false, timeZone }: PersonOptions) {
  const context = await browser.newContext({
    baseURL: stack().APP_URL,
    permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: isPhone,
    timezoneId: timeZone,
  });
  await context.addInitScript(watchConnections);
  await context.addInitScript(watchTold);
  return context;
}

/** What a browser says when a request is refused on purpose is no error of the page. */
const EXPECTED = /Failed to load resource/;

function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) errors.push(`${page.url()}: ${message.text()}`);
  });
}

/** Signs an agent in as an agent does. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/dashboard');
  await page.getByLabel('E-mail').fill('ingrid@harbourline.example');
  await page.getByLabel('Password').fill(stack().SEED_AGENT_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The whole address: the sign-in page's own ends in the same words.
  await expect(page).toHaveURL(`${stack().APP_URL}/dashboard`);
}

/** Calls from the corner of the site, and returns the meeting that came into being. */
export async function callFromSite(page: Page, displayName: string): Promise<{ alias: string; hostKey: string }> {
  await page.getByRole('button', { name: 'Talk to us' }).click();
  const created = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/meetings');
  await page.getByLabel('Your name').fill(displayName);
  await page.getByRole('button', { name: 'Call now' }).click();
  const meeting = (await (await created).json()) as { alias: string; hostKey: string };
  await expectInCall(page);
  return meeting;
}

/** Joins by invitation. */
export async function joinByLink(page: Page, alias: string, displayName: string): Promise<void> {
  await page.goto(`/join/${alias}`);
  await page.getByLabel('Your name').fill(displayName);
  await page.getByRole('button', { name: 'Join now' }).click();
}

/** Dana, who called from the site and is host, and Sam, who came by the invitation. `prepare` has Dana's browser first. */
export async function twoInCall(newPerson: NewPerson, prepare?: (dana: Page) => Promise<unknown>) {
  const dana = await newPerson();
  await prepare?.(dana);
  await dana.goto('/');
  const { alias } = await callFromSite(dana, 'Dana');
  const sam = await newPerson();
  await joinByLink(sam, alias, 'Sam');
  await expectInCall(sam);
  await expect(dana.getByRole('button', { name: '2 people' })).toBeVisible();
  return { dana, sam, alias };
}

/**
 * Goes by a link of the page during a call. Our site is asked for two seconds whether it is there; where a busy machine was
 * late with the answer, the link was held, and is pressed again.
 */
export async function goBy(page: Page, link: Locator): Promise<void> {
  for (let answer: Response | null = null; !answer;) {
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/api/health/live');
    await link.click();
    answer = await (await asked).response();
  }
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export async function expectInCall(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible({ timeout: 30_000 });
}
