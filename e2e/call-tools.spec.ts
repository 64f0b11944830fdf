import type { Locator, Page } from '@playwright/test';
import { CORNER, expectAccessible, JOIN_PAGE } from './accessible';
import { expectToSeeAndHear } from './media';
import { askNode } from './node-api';
import { expectToHear, follow } from './heard';
import { expect, expectInCall, joinByLink, press, test, twoInCall } from './people';
import { personIn } from './person-in';

// Two or three browsers, and axe on each state.
test.describe.configure({ timeout: 240_000 });

/** Under "More actions". */
async function choose(page: Page, name: string): Promise<void> {
  await press(page, 'More actions');
  await page.getByRole('group', { name: 'More actions' }).getByRole('button', { name, exact: true }).click();
}

async function openSmallWindow(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await choose(page, 'Small window');
  return opened;
}

// Other specs share the node.
test.afterEach(() => askNode('network', { isCut: false }, 'PUT'));

async function expectFigures(connection: Locator): Promise<void> {
  await expect(connection).toContainText(/[1-9][\d,]* kbit\/s \/ [1-9][\d,]* kbit\/s/);
  await expect(connection).toContainText(/Picture received\d+×\d+ · \d+ per second · \w+/);
  await expect(connection).toContainText(/There and back\d+ ms/);
}

const shared = (page: Page) => page.evaluate(() => (window as { shared?: ShareData }).shared);

test('captions, the keypad and the system’s share sheet', async ({ newPerson }) => {
  const { dana, sam, alias } = await twoInCall(newPerson, (page) =>
    page.addInitScript(() => {
      const share = (data: ShareData) => Promise.resolve(void Object.assign(window, { shared: data }));
      Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    }),
  );
  const { id, conference } = await personIn(alias, 'Dana');
  const say = (text: string, isFinal: boolean) => askNode('captions', { conference, text, isFinal, from: id });

  await press(dana, 'More actions');
  await expectAccessible(dana, 'more actions', CORNER);
  await press(dana, 'Show captions');
  await expect.poll(async () => (await personIn(alias, 'Dana')).showsCaptions).toBe(true);
  const captions = dana.getByRole('group', { name: 'Captions' });
  const shown = await follow(captions, 'p');
  await say('The roof has been', false);
  await expect.poll(shown).toContain('The roof has been');
  await say('The roof has been leaking since Monday.', true);
  await say('We send somebody today.', true);
  await expect.poll(shown).toContain('The roof has been leaking since Monday.\nWe send somebody today.');
  await expectAccessible(dana, 'captions', CORNER);
  await expect(captions.locator('p'), 'what was said before a silence goes').toHaveCount(0, { timeout: 15_000 });
  await expect(sam.getByText('We send somebody today.')).toHaveCount(0);

  await choose(dana, 'Keypad');
  await expectAccessible(dana, 'the keypad', CORNER);
  await dana.keyboard.press('7');
  for (const key of ['1', '2', 'hash']) await press(dana, `Tone ${key}`);
  await dana.keyboard.press('5');
  await expect(dana.getByRole('status', { name: 'Tones sent' })).toHaveText('712#5');
  await expect.poll(async () => (await personIn(alias, 'Dana')).digits).toBe('712#5');

  await choose(dana, 'Hide captions');
  await expect(captions).toHaveCount(0);
  await expect.poll(async () => (await personIn(alias, 'Dana')).showsCaptions).toBe(false);

  await press(dana, 'Invite');
  await press(dana, 'Share…');
  const link = await dana.getByLabel('Link to this meeting').inputValue();
  await expect.poll(() => shared(dana)).toMatchObject({ url: link, title: 'Video meeting' });
  expect((await shared(dana))?.text, 'the link is given once').not.toContain(link);
});

test('a lost network is told, and captions go on in the call after it', async ({ newPerson }) => {
  const { dana, sam, alias } = await twoInCall(newPerson);
  await choose(sam, 'Show captions');
  await expect.poll(async () => (await personIn(alias, 'Sam')).showsCaptions).toBe(true);
  const before = await personIn(alias, 'Sam');
  const small = await openSmallWindow(sam);
  await press(sam, 'Chat');
  const field = sam.getByLabel('Message to everyone');
  await field.pressSequentially('See you at the ');
  const [seen, seenSmall] = [await follow(sam.locator(JOIN_PAGE), 'p'), await follow(small.locator('body'), 'p')];
  await askNode('network', { isCut: true }, 'PUT');
  await expectToHear(sam, 'The connection is lost. Reconnecting.');
  // Within eight seconds another call is tried, and these words make place for others.
  await expect.poll(seen).toContainEqual(expect.stringContaining('Sound and picture have stopped for a moment.'));
  await expect.poll(seenSmall).toContainEqual(expect.stringContaining('Reconnecting…'));
  // Who is writing writes on: letters are no keys of the call, and nothing is lost.
  await sam.keyboard.type('much smaller house');
  await sam.keyboard.press('Enter');
  await expect(field).toHaveValue('See you at the much smaller house');
  await expect(sam.getByText('You can write again when the connection is back.')).toBeVisible();
  await expect(sam.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await expect(sam.getByRole('button', { name: 'Stop video' })).toBeVisible();
  await sam.keyboard.press('Escape');
  await expectAccessible(sam, 'reconnecting', JOIN_PAGE);
  for (const person of [dana, sam]) await expect(person.getByText('Calling back…')).toBeVisible({ timeout: 30_000 });
  await askNode('network', { isCut: false }, 'PUT');
  // Both: a node keeps no message for who is not back yet.
  for (const person of [dana, sam]) await expectToHear(person, 'The connection is back.', { timeout: 30_000 });
  await expectToSeeAndHear(sam);
  await press(sam, 'Chat');
  await expect(field).toHaveValue('See you at the much smaller house');
  await field.press('Enter');
  await expectToHear(dana, 'Sam writes: See you at the much smaller house');
  await sam.keyboard.press('Escape');
  await expect.poll(async () => (await personIn(alias, 'Sam')).showsCaptions).toBe(true);
  const shown = await follow(sam.getByRole('group', { name: 'Captions' }), 'p');
  await askNode('captions', { conference: before.conference, text: 'There you are again.' });
  await expect.poll(shown).toContain('There you are again.');
  await expect(dana.getByRole('button', { name: '2 people' })).toBeVisible();
});

test('who was let in and lost the connection knocks again, and is told why', async ({ newPerson, request }) => {
  const { alias } = (await (await request.post('/api/meetings', { data: { lobby: true } })).json()) as {
    alias: string;
  };
  const host = await newPerson({ signedIn: true });
  await joinByLink(host, alias, 'Ingrid');
  await expectInCall(host);
  const guest = await newPerson();
  await joinByLink(guest, alias, 'Sam');
  await expect(guest.getByText('A host lets you in. Nobody sees or hears you yet.')).toBeVisible({ timeout: 30_000 });
  await press(host, 'Admit');
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
  await askNode('network', { isCut: true }, 'PUT');
  await expect(guest.getByText('Calling back…')).toBeVisible({ timeout: 30_000 });
  await askNode('network', { isCut: false }, 'PUT');
  const again = guest.getByText('The connection was lost for a moment, and the call is locked.');
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expectAccessible(guest, 'at the door again', JOIN_PAGE);
  await press(host, 'Admit');
  await expect(again).toBeHidden();
  await expect(guest.getByRole('button', { name: '2 people' })).toBeVisible();
});

test('the call in full screen, in a window of its own, and beside what one opens', async ({ newPerson }) => {
  const { dana, sam } = await twoInCall(newPerson);
  const isFullScreen = () => dana.evaluate(() => document.fullscreenElement !== null);
  await choose(dana, 'Full screen');
  await expect.poll(isFullScreen).toBe(true);
  await expectAccessible(dana, 'full screen', CORNER);
  await press(dana, 'Invite');
  await expect(dana.getByRole('dialog', { name: 'Invite others' })).toBeInViewport();
  await press(dana, 'Close the invitation');
  await choose(dana, 'Leave full screen');
  await expect.poll(isFullScreen).toBe(false);

  const small = await openSmallWindow(dana);
  await expect
    .poll(() => small.evaluate(() => document.querySelector('video')?.videoWidth), { message: 'it has a picture' })
    .toBeGreaterThan(0);
  await expect(small.getByRole('timer')).toContainText('left');
  await press(sam, 'Chat');
  const field = sam.getByLabel('Message to everyone');
  await field.fill('Are you there?');
  const seen = await follow(small.locator('body'), '[aria-hidden=true] p');
  await field.press('Enter');
  await expect.poll(seen).toContainEqual(expect.stringContaining('Sam writes: Are you there?'));
  await expect(small.getByRole('img', { name: 'Chat, 1 new message' })).toBeVisible();
  await field.press('Escape');
  await expectAccessible(small, 'the small window');
  await press(small, 'Mute');
  await expect(dana.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await press(small, 'Unmute');
  await press(small, 'Stop video');
  await expect(dana.getByRole('button', { name: 'Start video' })).toBeVisible();

  for (const name of ['Camera and sound', 'Connection', 'Keyboard shortcuts']) {
    await choose(dana, name);
    const sheet = dana.getByRole('region', { name, exact: true });
    await expect(sheet).toBeVisible();
    await expectAccessible(dana, name, CORNER);
    if (name === 'Connection') await expectFigures(sheet);
  }

  const own = sam.getByLabel('Your own picture', { exact: true });
  await expect(own, 'as in a looking-glass').toHaveCSS('scale', '-1 1');
  await choose(sam, 'Hide my picture');
  await expect(own).toHaveCount(0);
  await expect(sam.getByRole('button', { name: 'More actions' })).toBeFocused();
  await choose(sam, 'Show my picture');
  await expect(own).toBeVisible();
  await press(dana, 'Chat');
  await dana.getByLabel('Message to everyone').fill('Hello, see https://example.org');
  await press(dana, 'Send');
  await expectAccessible(dana, 'the chat', CORNER);
  await press(sam, 'Chat, 1 new message');
  await sam.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(sam, 'the chat, 360 px', JOIN_PAGE);

  const closed = small.waitForEvent('close');
  await press(small, 'Leave');
  await closed;
  await expect(dana.getByRole('heading', { name: 'You left the call' })).toBeVisible();
  await expect(sam.getByText('Everybody else has left')).toBeVisible();
});
