import { chromium, type Locator, type Page } from '@playwright/test';
import config from '../playwright.config';
import { CORNER, expectAccessible, JOIN_PAGE } from './accessible';
import { expectSilence, expectToSeeAndHear } from './media';
import { expectToHear, follow } from './heard';
import { callFromSite, expect, expectInCall, joinByLink, press, test, twoInCall } from './people';
import { stack } from './stack';

// Two browsers, and axe on some states.
test.describe.configure({ timeout: 180_000 });

test('chat goes both ways, counts what is unread, and shows text as text', async ({ newPerson }) => {
  const { dana, sam } = await twoInCall(newPerson);
  await press(dana, 'Minimise');
  await press(sam, 'Chat');
  const field = sam.getByLabel('Message to everyone');
  await field.fill('<b>Hello</b> see https://example.org/claim.');
  await field.press('Shift+Enter');
  await field.pressSequentially('Second line');
  const seen = await follow(dana.locator(CORNER), '[aria-hidden=true] p');
  await field.press('Enter');
  await expect.poll(seen).toContainEqual(expect.stringContaining('Sam writes: <b>Hello</b>'));
  await expect(sam.getByRole('log')).toContainText('You');
  await expect(field).toHaveValue('');

  await expectToHear(dana, 'Sam writes: <b>Hello</b>');
  await expectAccessible(dana, 'something to read, in the tile', CORNER);
  await press(dana, 'Open call, 1 new message');
  await press(dana, 'Chat, 1 new message');
  const log = dana.getByRole('log');
  await expect(log).toContainText('<b>Hello</b> see https://example.org/claim.\nSecond line');
  const link = log.getByRole('link', { name: 'https://example.org/claim', exact: true });
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(dana.getByRole('button', { name: 'Chat, 1 new message' })).toHaveCount(0);

  await dana.getByLabel('Message to everyone').fill('x'.repeat(2_001));
  await expect(dana.getByText('1 character too many')).toBeVisible();
  await expect(dana.getByRole('button', { name: 'Send' })).toBeDisabled();
  await dana.getByLabel('Message to everyone').fill('Thank you');
  await press(dana, 'Send');
  await expect(sam.getByRole('log')).toContainText('Thank you');
});

test('a host lets in who waits, and removes with a second press only', async ({ newPerson, request }) => {
  const created = await request.post('/api/meetings', { data: { topic: 'Roof', lobby: true } });
  const { alias } = (await created.json()) as { alias: string };
  const host = await newPerson({ signedIn: true });
  await joinByLink(host, alias, 'Ingrid');
  await expectInCall(host);
  const guest = await newPerson({ phone: true });
  await joinByLink(guest, alias, 'Grandma');
  await expect(guest.getByText('You’ll be let in shortly')).toBeVisible();

  await expect(host.getByText('Grandma waits to be let in', { exact: true })).toBeVisible();
  await press(host, 'Admit');
  await expect(guest.getByText('You’ll be let in shortly')).toBeHidden();
  await press(host, '2 people');
  await press(host, 'Actions for Grandma');
  await press(host, 'Remove from the call');
  await expect(host.getByRole('button', { name: '2 people' })).toBeVisible();
  await press(host, 'Press again to remove');
  await expect(guest.getByRole('heading', { name: 'You were taken out of the call' })).toBeVisible();
  await expectAccessible(guest, 'taken out of the call');
  await expect(host.getByRole('button', { name: '1 person' })).toBeVisible();
});

/** Whether guests may unmute themselves is set by a request of a host's: here with the token of one that the page sends. */
async function letGuestsUnmute(host: Page, setting: boolean): Promise<void> {
  const sent = host.waitForRequest(/\/participants\/[^/]+\/mute$/);
  await press(host, 'Mute for everyone');
  const asked = await sent;
  const url = asked.url().replace(/participants\/[^/]+\/mute$/, 'set_guests_can_unmute');
  const { token = '' } = await asked.allHeaders();
  expect((await host.request.post(url, { headers: { token }, data: { setting } })).ok()).toBe(true);
}

test('who is muted by a host knows it, asks by hand, and is heard again by a press of their own', async ({
  newPerson,
}) => {
  const { dana, sam } = await twoInCall(newPerson);
  const muted = sam.getByText('A host muted you. Nobody hears you');
  const opened = sam.context().waitForEvent('page');
  await press(sam, 'More actions');
  await press(sam, 'Small window');
  const small = await opened;
  await expect(small.getByRole('button', { name: 'Mute' })).toBeVisible();
  await press(dana, '2 people');
  await press(dana, 'Actions for Sam');
  await press(dana, 'Mute for everyone');
  await expect(dana.getByRole('button', { name: 'Actions for Sam' })).toBeFocused();
  await expectSilence(dana);
  await press(sam, 'Unmute me'); // guests may, until a host says otherwise
  await expect(muted).toBeHidden();
  await expectToSeeAndHear(dana);

  await press(dana, 'Actions for Sam');
  await letGuestsUnmute(dana, false);
  await expect(muted).toBeVisible();
  for (const page of [sam, small]) await expect(page.getByRole('button', { name: 'Muted by host' })).toBeVisible();
  await small.close();
  await expectSilence(dana);
  await press(sam, 'Raise hand');
  const hands = dana.getByRole('region', { name: 'Raised hands' });
  await expect(hands).toContainText('Sam');
  await press(dana, 'Actions for Sam');
  await press(dana, 'Lower hand');
  await expect(hands).toBeHidden();
  await expect(sam.getByRole('button', { name: 'Raise hand' })).toBeVisible();
  await press(dana, 'Actions for Sam');
  await press(dana, 'Allow to speak');
  await expect(muted).toBeHidden();
  await expectSilence(dana);
  await press(sam, 'Unmute');
  await expectToSeeAndHear(dana);
});

test('a shared screen is seen large, and gives way to somebody else’s', async ({ newPerson }) => {
  const { dana, sam } = await twoInCall(newPerson, (page) => page.addInitScript(shareACanvas));
  await press(dana, 'Share');
  await expect(dana.getByText('Everybody sees your screen')).toBeVisible();
  await expect(sam.getByText('Dana is sharing', { exact: true })).toBeVisible();
  const screen = sam.getByLabel('The screen that Dana shares');
  await expect
    .poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth), { message: 'the screen has a picture' })
    .toBeGreaterThan(0);
  for (const picture of [screen, sam.getByLabel('The other side', { exact: true })]) await expectToPlayOn(picture);
  await expectToSeeAndHear(sam);
  const widthOf = async () => (await screen.boundingBox())?.width ?? 0;
  const large = await widthOf();
  await expectAccessible(sam, 'somebody’s screen', JOIN_PAGE);
  await expectAccessible(dana, 'one’s own screen is shared', CORNER);
  await press(sam, 'Swap the large picture and the small one');
  expect(await widthOf()).toBeLessThan(large / 2);

  await sam.evaluate(shareACanvas);
  await press(sam, 'Share');
  await expect(dana.getByText('Somebody else is sharing now').first()).toBeVisible();
  await expect(dana.getByLabel('The screen that Sam shares')).toBeVisible();
  await expectAccessible(dana, 'somebody else’s screen took the place of one’s own', CORNER);
  await expect(screen).toHaveCount(0);
  await sam.getByRole('button', { name: 'Stop sharing' }).first().click();
  await expect(dana.getByLabel('The screen that Sam shares')).toHaveCount(0);
  await expect(dana.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
  await expectToSeeAndHear(sam);
});

test('on a phone the controls share the width, so that no two touch', async ({ newPerson }) => {
  const dana = await newPerson({ phone: true });
  await dana.goto('/');
  await callFromSite(dana, 'Dana');
  const buttons = dana.getByRole('group', { name: 'Call controls' }).getByRole('button');
  const boxes = await buttons.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  const seen = boxes.filter(({ width }) => width > 0);
  expect(seen.length).toBe(6);
  const gaps = seen.slice(1).map(({ left }, at) => left - (seen[at]?.right ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6);
});

test('on the join page a button looks pointed at only where one points at it', async ({ newPerson }) => {
  const { sam } = await twoInCall(newPerson);
  const mute = sam.getByRole('button', { name: 'Mute', exact: true });
  const colour = () =>
    mute
      .locator('span')
      .first()
      .evaluate((circle) => getComputedStyle(circle).backgroundColor);
  await mute.hover();
  await sam.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'));
  const pointedAt = await colour();
  await sam.getByLabel('The other side', { exact: true }).hover();
  await expect.poll(colour).not.toBe(pointedAt);
});

test('a host moves the end of the meeting from the warning, which the tile has too', async ({ newPerson, request }) => {
  const created = await request.post('/api/meetings', { data: { topic: 'Short', durationMinutes: 4 } });
  const { alias, validUntil } = (await created.json()) as { alias: string; validUntil: string };
  const host = await newPerson({ signedIn: true });
  await press(host, 'Join Short');
  await press(host, 'Join now');
  await expectInCall(host);
  await expect(host.getByText(/^This meeting ends at .*, for everyone\.$/)).toBeVisible();
  await expectAccessible(host, 'the end is near', CORNER);
  await press(host, 'Minimise');
  await expectAccessible(host, 'the end is near, in the tile', CORNER);
  await press(host, 'Extend by 15 min');
  await expectToHear(host, 'Extended: the meeting now ends at');
  await expect(host.getByRole('button', { name: 'Extend by 15 min' })).toBeHidden();
  await press(host, 'Open call');
  const now = (await (await request.get(`/api/meetings/${alias}`)).json()) as { validUntil: string };
  expect(Date.parse(now.validUntil) - Date.parse(validUntil)).toBe(15 * 60_000);
  // Fifteen minutes and what the steps above have left of four.
  await expect(host.getByRole('timer')).toContainText(/1[5-8]:\d\d left/);
});

test('the keys do what their list says, leave writing alone, and can be turned off', async ({ newPerson }) => {
  const { dana, sam } = await twoInCall(newPerson);
  await dana.getByRole('dialog').focus();
  await dana.keyboard.press('?');
  await expect(dana.getByRole('region', { name: 'Keyboard shortcuts' })).toContainText('Hold to speak while muted');
  await dana.keyboard.press('Escape');
  await expect(dana.getByRole('region', { name: 'Keyboard shortcuts' })).toBeHidden();
  await dana.keyboard.press('m');
  await expect(dana.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expectSilence(sam);

  const scrolled = () => dana.evaluate(() => window.scrollY);
  const before = await scrolled();
  await dana.getByRole('dialog').focus();
  await dana.keyboard.down('Space');
  await expect(dana.getByText('You can be heard while you hold the space bar')).toBeVisible();
  for (let repeat = 0; repeat < 3; repeat += 1) await dana.keyboard.down('Space');
  await expectToSeeAndHear(sam);
  expect(await scrolled(), 'the page beneath stays').toBe(before);
  await dana.keyboard.up('Space');
  await expect(dana.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expectSilence(sam);

  await dana.keyboard.press('t');
  await dana.getByLabel('Message to everyone').pressSequentially('mcht?');
  await expect(dana.getByLabel('Message to everyone')).toHaveValue('mcht?');
  await expect(dana.getByRole('button', { name: 'Stop video' })).toBeVisible();
  await dana.keyboard.press('Escape');
  await expect(dana.getByRole('button', { name: 'Chat' })).toBeFocused();
  await dana.keyboard.press('h');
  await expectToHear(sam, 'Dana raised a hand.');

  await dana.keyboard.press('?');
  await dana.getByLabel('Use these keys').uncheck();
  await dana.keyboard.press('Escape');
  await expect(dana.getByRole('region', { name: 'Keyboard shortcuts' })).toBeHidden();
  for (const key of ['c', '?', 't']) await dana.keyboard.press(key);
  await expect(dana.getByRole('button', { name: 'Stop video' })).toBeVisible();
  await expect(dana.getByRole('button', { name: 'Chat' })).toHaveAttribute('aria-expanded', 'false');
  await expect(dana.getByRole('region', { name: 'Keyboard shortcuts' })).toBeHidden();

  // Only a second press ends the call for everyone, and not of the same key.
  const menu = dana.getByRole('button', { name: 'Ways to end the call' });
  await menu.press('Enter');
  await dana.keyboard.press('Enter');
  await expect(dana.getByRole('button', { name: 'Keep it going' })).toBeFocused();
  await expectAccessible(dana, 'asked whether to end it for everyone', CORNER);
  await dana.keyboard.press('Enter');
  await expect(menu).toBeFocused();
  await menu.press('Enter');
  await dana.keyboard.press('Enter');
  await press(dana, 'End it now');
  await expect(sam.getByRole('heading', { name: 'The meeting was ended' })).toBeVisible();
  await expect(sam.getByRole('link', { name: 'Go to our website' })).toBeVisible();
});

test('who shares the page they stand on shows it without what it plays, or the others would hear themselves', async () => {
  const fakeDevice = '--use-fake-device-for-media-stream';
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({
    executablePath,
    // Whoever is asked for a screen picks the page itself.
    args: [...args.filter((arg) => arg !== fakeDevice), `${fakeDevice}=display-media-type=browser`],
  });
  try {
    const context = await browser.newContext({ baseURL: stack().APP_URL, permissions: ['camera', 'microphone'] });
    await context.addInitScript(watchScreens);
    const page = await context.newPage();
    await page.goto('/');
    await callFromSite(page, 'Dana');
    await press(page, 'Share');
    await expect(page.getByText('Everybody sees your screen')).toBeVisible();
    const [screen] = await page.evaluate(() =>
      window.screens.map(({ asked, stream, tracks }) => ({
        asked,
        shown: stream.getTracks().map(({ kind }) => kind),
        open: tracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind),
        picked: tracks.map(({ kind }) => kind),
      })),
    );
    expect(screen?.asked).toMatchObject({ selfBrowserSurface: 'include', audio: { restrictOwnAudio: true } });
    expect(screen?.picked, 'the page came with its sound').toEqual(['audio', 'video']);
    expect(screen).toMatchObject({ shown: ['video'], open: ['video'] });
  } finally {
    await browser.close();
  }
});

/** Something outside the page pauses it, as a telephone call does on a phone. */
async function expectToPlayOn(picture: Locator): Promise<void> {
  await picture.evaluate((video: HTMLVideoElement) => video.pause());
  await expect
    .poll(() => picture.evaluate((video: HTMLVideoElement) => video.paused), { message: 'it plays on' })
    .toBe(false);
}

declare global {
  interface Window {
    /** Every screen that the page was given. */
    screens: { asked: DisplayMediaStreamOptions | undefined; stream: MediaStream; tracks: MediaStreamTrack[] }[];
  }
}

function watchScreens(): void {
  window.screens = [];
  const open = MediaDevices.prototype.getDisplayMedia;
  MediaDevices.prototype.getDisplayMedia = async function (asked) {
    const stream = await open.call(this, asked);
    window.screens.push({ asked, stream, tracks: stream.getTracks() });
    return stream;
  };
}

/** There is no screen to share here: a canvas that changes stands in for it, as a track like any other. */
function shareACanvas(): void {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const context = canvas.getContext('2d');
    let turn = 0;
    setInterval(() => {
      if (!context) return;
      context.fillStyle = '#f7f5f0';
      context.fillRect(0, 0, 1280, 720);
      context.fillStyle = '#0c666a';
      context.font = '80px sans-serif';
      context.fillText(`Claim 4711, page ${(turn += 1)}`, 120, 200);
    }, 100);
    return Promise.resolve(canvas.captureStream(10));
  };
}
