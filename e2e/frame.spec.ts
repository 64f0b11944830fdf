import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { callFromSite, expect, expectInCall, test } from './people';

const panelOf = (page: Page) => page.locator('[data-corner]');

/** Pulls from the middle of something, by mouse. */
async function pull(page: Page, from: ReturnType<Page['locator']>, to: { x: number; y: number }) {
  const box = (await from.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** How far the panel is from the page's edges, once it has come to rest. */
async function gaps(page: Page) {
  await page.waitForFunction(() =>
    document
      .querySelector('[data-corner]')
      ?.getAnimations()
      .every(({ playState }) => playState !== 'running'),
  );
  const box = (await panelOf(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  return {
    top: Math.round(box.y),
    left: Math.round(box.x),
    right: Math.round(width - box.x - box.width),
    bottom: Math.round(height - box.y - box.height),
  };
}

/** The far end's picture moves; alone, one hears nothing there. */
async function expectToPlay(page: Page) {
  const at = () => page.getByLabel('The other side').evaluate((video: HTMLVideoElement) => video.currentTime);
  const before = await at();
  await expect.poll(at).toBeGreaterThan(before + 0.5);
}

test('the panel goes where it is pulled or sent by key, and is there again after a reload', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await expect(visitor.getByRole('heading', { name: 'Talk to us face to face' })).toBeFocused();
  expect(await gaps(visitor)).toMatchObject({ right: 24, bottom: 24 });

  await pull(visitor, panelOf(visitor).locator('header p'), { x: 300, y: 60 });
  await expect(panelOf(visitor)).toHaveAttribute('data-corner', 'top-start');
  expect(await gaps(visitor)).toMatchObject({ top: 24, left: 24 });

  const handle = visitor.getByRole('button', { name: 'Move the panel' });
  await handle.press('ArrowRight');
  expect(await gaps(visitor)).toMatchObject({ top: 24, right: 24 });
  await expect(visitor.getByText('Top right')).toBeAttached();
  await handle.click();
  expect(await gaps(visitor)).toMatchObject({ bottom: 24, right: 24 });
  await handle.press('ArrowLeft');

  await visitor.reload();
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  expect(await gaps(visitor)).toMatchObject({ bottom: 24, left: 24 });
  await visitor.keyboard.press('Escape');
  await expect(visitor.getByRole('button', { name: 'Talk to us' })).toBeFocused();
});

test('small, the call is a live tile that is pulled by itself, and the page beside it works', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');
  await visitor.getByRole('button', { name: 'Minimise' }).click();
  await expect(visitor.getByRole('button', { name: 'Open call' })).toBeFocused();
  await pull(visitor, visitor.getByLabel('The other side'), { x: 200, y: 700 });
  expect(await gaps(visitor)).toMatchObject({ left: 24, bottom: 24 });
  await expectToPlay(visitor);

  await visitor.getByRole('button', { name: 'Mute' }).click();
  await expect(visitor.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await visitor.getByRole('button', { name: 'Stop video' }).click();
  await expect(visitor.getByRole('button', { name: 'Start video' })).toBeVisible();
  await visitor.getByRole('banner').getByRole('link', { name: 'Claims', exact: true }).click();
  await expect(visitor).toHaveURL(/claims$/);
  await expectAccessible(visitor, 'the tile', '[data-corner]');
  await visitor.getByRole('button', { name: 'Open call' }).click();
  await expect(visitor.getByRole('button', { name: 'Minimise' })).toBeVisible();
  expect(await gaps(visitor)).toMatchObject({ left: 24, bottom: 24 });

  await visitor.getByRole('button', { name: 'Minimise' }).click();
  await visitor.getByRole('button', { name: 'Leave' }).click();
  await visitor.getByRole('button', { name: 'Rejoin the call' }).click();
  await expectInCall(visitor);
  await expect(visitor.getByRole('button', { name: 'Minimise' }), 'the next call is large').toBeVisible();
});

test('on a phone the panel is a sheet: pulled down it is small, and lying on its side nothing is cut off', async ({
  newPerson,
}) => {
  const visitor = await newPerson({ phone: true });
  await visitor.goto('/');
  await callFromSite(visitor, 'Dana');
  expect(await gaps(visitor)).toMatchObject({ left: 0, right: 0, bottom: 0 });
  await pull(visitor, panelOf(visitor).locator('header p'), { x: 195, y: 60 });
  await expect(visitor.getByRole('button', { name: 'Minimise' })).toBeVisible();
  await pull(visitor, panelOf(visitor).locator('header p'), { x: 195, y: 420 });
  await visitor.getByRole('button', { name: 'Open call' }).click();

  await visitor.setViewportSize({ width: 640, height: 360 });
  for (const name of ['Minimise', 'Mute', 'Leave']) {
    await expect(visitor.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  await expect(visitor.getByLabel('The other side')).toBeInViewport({ ratio: 0.9 });
});

test('on a phone that lies on its side nothing is beneath its notch and its round corners', async ({
  newPerson,
  request,
}) => {
  const visitor = await newPerson({ phone: true });
  await visitor.setViewportSize({ width: 844, height: 390 });
  const device = await visitor.context().newCDPSession(visitor);
  const insets = { top: 25, left: 47, right: 47, bottom: 31 };
  await device.send('Emulation.setSafeAreaInsetsOverride', { insets });

  const { alias } = (await (await request.post('/api/meetings', { data: {} })).json()) as { alias: string };
  await visitor.goto(`/join/${alias}`);
  const home = (await visitor.getByRole('banner').getByRole('link').first().boundingBox())!;
  expect(home.x).toBeGreaterThanOrEqual(insets.left);
  expect(home.y).toBeGreaterThanOrEqual(insets.top);

  await visitor.goto('/');
  const button = (await visitor.getByRole('button', { name: 'Talk to us' }).boundingBox())!;
  expect(Math.round(844 - button.x - button.width)).toBe(insets.right);
  expect(Math.round(390 - button.y - button.height)).toBe(insets.bottom);
  await callFromSite(visitor, 'Dana');
  await visitor.getByRole('button', { name: 'Minimise' }).click();
  expect(await gaps(visitor)).toMatchObject({ right: insets.right, bottom: insets.bottom });
});

test.describe('outside opening hours', () => {
  const day = (ahead: number) => new Date(Date.now() + ahead * 24 * 3_600_000).toISOString().slice(0, 10);
  const hours = {
    kind: 'weekly',
    timeZone: 'UTC',
    days: Array.from({ length: 7 }, () => [{ from: '09:00', until: '17:00' }]),
    closedDates: [day(-1), day(0), day(1)],
  };
  /** The first day on which somebody is there again, also when midnight passes meanwhile. */
  const opensOn = day(2);

  async function saveHours(agent: Page, change: object) {
    const { settings, savedAt } = (await (await agent.request.get('/api/brand/settings')).json()) as {
      settings: object;
      savedAt: string | null;
    };
    const saved = await agent.request.put('/api/brand/settings', {
      data: { ...settings, hours: change, basedOn: savedAt },
    });
    expect(saved.status(), await saved.text()).toBe(200);
  }

  test('the button offers a message or a time, and nothing that was typed is lost', async ({ newPerson }) => {
    const agent = await newPerson({ signedIn: true });
    await saveHours(agent, hours);
    try {
      const visitor = await newPerson();
      const button = visitor.getByRole('button', { name: 'We’re closed · Leave a message' });
      await expect(async () => {
        await visitor.goto('/');
        await expect(button).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await button.click();
      await expect(visitor.getByRole('heading', { name: 'Nobody is here just now' })).toBeFocused();
      await expect(visitor.getByText(/We’re back on /)).toBeVisible();
      await expectAccessible(visitor, 'closed');

      await visitor.getByRole('button', { name: 'Send the message' }).click();
      await expect(visitor.getByLabel('Your name')).toBeFocused();
      await expect(visitor.getByText('Please tell us your name.')).toBeVisible();
      await visitor.getByLabel('Your name').fill('Dana Closed');
      await visitor.getByLabel('E-mail').fill('dana@');
      await visitor.getByLabel('What is it about?').fill('Hail on the roof');
      await visitor.getByRole('button', { name: 'Send the message' }).click();
      await expect(visitor.getByText('Check the e-mail address.')).toBeVisible();
      await visitor.getByLabel('E-mail').fill('dana@example.org');

      await visitor.route('**/api/messages', (route) => route.abort());
      await visitor.getByRole('button', { name: 'Send the message' }).click();
      await expect(visitor.getByText(/What you wrote is kept here/)).toBeVisible();
      await visitor.unroute('**/api/messages');
      await visitor.reload();
      await button.click();
      await expect(visitor.getByLabel('What is it about?')).toHaveValue('Hail on the roof');

      await visitor.getByText('Ask for a time', { exact: true }).click();
      await visitor.getByLabel('Day').selectOption({ index: 1 });
      await visitor.getByLabel('Time', { exact: true }).selectOption({ index: 2 });
      await visitor.getByRole('button', { name: 'Ask for this time' }).click();
      await expect(visitor.getByRole('heading', { name: 'Thank you, we have it' })).toBeFocused();
      const messages = await (await agent.request.get('/api/messages')).text();
      expect(messages).toContain('Hail on the roof');
      expect(messages).toContain(`${opensOn}T10:00:00.000Z`);
    } finally {
      await saveHours(agent, { kind: 'always' });
    }
  });

  test('a call that lasted beyond them is followed by the message, not by a call to nobody', async ({ newPerson }) => {
    const [agent, visitor] = [await newPerson({ signedIn: true }), await newPerson()];
    await visitor.goto('/');
    const { alias, hostKey } = await callFromSite(visitor, 'Dana');
    await saveHours(agent, hours);
    try {
      const headers = { authorization: `Bearer ${hostKey}` };
      expect((await visitor.request.delete(`/api/meetings/${alias}`, { headers })).ok()).toBe(true);
      // Within half a minute the panel has asked our site about its meeting.
      await expect(visitor.getByRole('button', { name: 'Call again' })).toBeVisible({ timeout: 60_000 });
      await visitor.getByRole('button', { name: 'Call again' }).click();
      await expect(visitor.getByRole('heading', { name: 'Nobody is here just now' })).toBeVisible();
      await expect(visitor.getByLabel('What is it about?')).toBeVisible();
    } finally {
      await saveHours(agent, { kind: 'always' });
    }
  });
});
