import { chromium, type Browser, type Page } from '@playwright/test';
import config from '../playwright.config';
import { CORNER, expectAccessible } from './accessible';
import { expect, expectInCall, test } from './people';
import { watchConnections } from './media';
import { stack } from './stack';

declare global {
  interface Window {
    /** Every track that the page got from a device. */
    openedTracks: MediaStreamTrack[];
    askedForDevices: number;
  }
}

const { executablePath, args = [] } = config.use?.launchOptions ?? {};
/** Without a graphics card a frame takes a second, and the model's loading a few. */
const DRAWN_MS = 90_000;
const TWO_CAMERAS = '--use-fake-device-for-media-stream=device-count=2';

function watchDevices(): void {
  window.openedTracks = [];
  window.askedForDevices = 0;
  const open = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (constraints) {
    window.askedForDevices += 1;
    const stream = await open.call(this, constraints);
    window.openedTracks.push(...stream.getTracks());
    return stream;
  };
}

/** Playwright's own looks at the page count as the visitor's clicks. */
function neverClicked(): void {
  Object.defineProperty(UserActivation.prototype, 'hasBeenActive', { get: () => false });
}

/** Someone with two cameras, who has allowed them or was never asked. */
async function visitorAt(browser: Browser, path: string, permissions: string[], before = () => {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack().APP_URL, permissions });
  await context.addInitScript(watchConnections);
  await context.addInitScript(watchDevices);
  await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const launch = (without: string[] = []) =>
  chromium.launch({
    executablePath,
    args: [...args.filter((arg) => !['--use-fake-device-for-media-stream', ...without].includes(arg)), TWO_CAMERAS],
  });

const cameraInUse = (page: Page) =>
  page.evaluate(
    () => window.openedTracks.findLast((track) => track.kind === 'video' && track.readyState === 'live')?.label,
  );

/** What one's own picture is like: how much neighbouring points differ, and its mean colour. */
async function ownPicture(page: Page) {
  const picture = page.getByLabel('Your own picture', { exact: true });
  await picture.scrollIntoViewIfNeeded(); // Chromium halts a silent video that is out of sight
  return picture.evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 180];
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let [edges, blue, green] = [0, 0, 0];
    for (let at = 0; at < data.length - 4; at += 4) {
      edges += Math.abs(data[at + 1]! - data[at + 5]!);
      green += data[at + 1]!;
      blue += data[at + 2]!;
    }
    const points = data.length / 4;
    return { edges: edges / points, blue: blue / points, green: green / points, track: streamTrack(video) };
    function streamTrack({ srcObject }: HTMLVideoElement) {
      return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.id : undefined;
    }
  });
}

const sentVideo = (page: Page) =>
  page.evaluate(() =>
    window.connections
      .filter((each) => each.connectionState === 'connected')
      .flatMap((each) => each.getSenders().map((sender) => sender.track))
      .filter((track) => track?.kind === 'video' && track.readyState === 'live')
      .map((track) => track?.id),
  );

async function openSettings(page: Page) {
  await page.getByText('Picture and sound').click();
}

async function toLobby(page: Page) {
  await page.getByRole('button', { name: 'Talk to us' }).click();
  await expect(page.getByLabel('Your own picture', { exact: true })).toBeVisible();
}

test('another camera is chosen, used at once, and remembered; the level moves', async () => {
  const browser = await launch();
  const page = await visitorAt(browser, '/', ['camera', 'microphone']);
  await toLobby(page);
  expect(await cameraInUse(page)).toContain('fake_device_0');

  await openSettings(page);
  await page.getByLabel('Camera', { exact: true }).selectOption({ label: 'fake_device_1' });
  await expect.poll(() => cameraInUse(page)).toContain('fake_device_1');
  await expectAccessible(page, 'the lobby with its settings open', CORNER);
  await test.step('the first one is closed', async () => {
    const live = await page.evaluate(
      () => window.openedTracks.filter((it) => it.kind === 'video' && it.readyState === 'live').length,
    );
    expect(live).toBe(1);
  });

  // Followed in the page: the device beeps every half second, and looks from outside, a second apart, can miss them all.
  await page
    .getByRole('meter')
    .first()
    .evaluate(
      (meter) =>
        new Promise<void>((resolve) => {
          const isLoud = () => Number(meter.getAttribute('aria-valuenow')) > 10;
          new MutationObserver(() => isLoud() && resolve()).observe(meter, { attributes: true });
        }),
    );

  // In the page as well: the chime is over in a second and a half.
  const playing = page.waitForFunction(() => document.body.innerText.includes('Playing…'));
  await page.getByRole('button', { name: 'Test the speaker' }).click();
  await playing;
  await expect(page.getByRole('button', { name: 'Test the speaker' })).toBeVisible();

  await page.reload();
  await toLobby(page);
  expect(await cameraInUse(page)).toContain('fake_device_1');
  await browser.close();
});

test('a background changes the picture that is sent, and goes with the camera', async () => {
  test.setTimeout(4 * DRAWN_MS);
  const browser = await launch();
  const page = await visitorAt(browser, '/', ['camera', 'microphone']);
  await toLobby(page);
  const parts: string[] = [];
  page.on('request', (request) => request.url().includes('background-parts') && parts.push(request.url()));
  await expect.poll(async () => (await ownPicture(page)).green).toBeGreaterThan(50);
  const bare = await ownPicture(page);
  const expectHarbour = () =>
    expect.poll(async () => (await ownPicture(page)).blue, { timeout: DRAWN_MS }).toBeGreaterThan(bare.blue + 60);
  expect(parts).toEqual([]);

  await openSettings(page);
  await page.getByText('Strong blur').click();
  await expect(async () => {
    const blurred = await ownPicture(page);
    expect(blurred.track).not.toBe(bare.track);
    expect(blurred.edges).toBeLessThan(bare.edges * 0.7);
    expect(blurred.green, 'it is not black').toBeGreaterThan(bare.green * 0.8);
  }).toPass({ timeout: DRAWN_MS });
  expect(parts.length).toBeGreaterThan(0);

  await page.getByText('Harbour', { exact: true }).click();
  await expectHarbour();

  await page.getByLabel('Your name').fill('Dana');
  await page.getByRole('button', { name: 'Call now' }).click();
  await expectInCall(page);
  await expectHarbour();
  const shown = await ownPicture(page);
  await expect.poll(() => sentVideo(page)).toEqual([shown.track]);

  await page.getByRole('button', { name: 'Stop video' }).click();
  const liveCameras = () =>
    page.evaluate(() => window.openedTracks.filter((it) => it.kind === 'video' && it.readyState === 'live').length);
  await expect.poll(liveCameras).toBe(0);
  await page.getByRole('button', { name: 'Start video' }).click();
  await expectHarbour();
  await browser.close();
});

test('a background that cannot be had is said so, and takes nothing with it', async () => {
  const browser = await launch();
  const page = await visitorAt(browser, '/', ['camera', 'microphone']);
  await page.route('**/api/background-parts/**', (route) => route.abort());
  await toLobby(page);
  const { track } = await ownPicture(page);
  await openSettings(page);
  await page.getByText('Soft blur').click();
  await expect(page.getByText(/This browser can’t put a background behind you/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'None' })).toBeChecked();
  expect((await ownPicture(page)).track).toBe(track);

  await test.step('one that was remembered keeps the camera off', async () => {
    await page.evaluate(() => localStorage.setItem('mayfly-devices', '{"background":"blur-soft"}'));
    await page.reload();
    await page.getByRole('button', { name: 'Talk to us' }).click();
    await expect(page.getByText('Your camera is off')).toBeVisible();
    await expect(page.getByText(/Your background stopped working, so your camera was turned off/)).toBeVisible();
  });
  await browser.close();
});

test('who only watches is never asked for a device, and opens none', async ({ request }) => {
  const created = await request.post('/api/meetings', { data: { topic: 'Roof repair' } });
  const { alias } = (await created.json()) as { alias: string };
  const browser = await launch(['--use-fake-ui-for-media-stream']);
  const page = await visitorAt(browser, `/join/${alias}`, [], neverClicked);
  await expect(page.getByRole('button', { name: 'Turn on camera and microphone' })).toBeVisible();
  await page.getByLabel('Your name').fill('Quiet One');
  await page.getByRole('button', { name: 'Only watch and listen' }).click();
  await expectInCall(page);
  await expect(page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start video' })).toBeVisible();
  expect(await page.evaluate(() => window.askedForDevices)).toBe(0);
  await browser.close();
});
