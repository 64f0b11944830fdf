import { CORNER, expectAccessible } from './accessible';
import { expectToHear } from './heard';
import { callFromSite, expect, expectInCall, test } from './people';

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

test('a host invites by link, code, mail and calendar, and by a personal link that is withdrawn', async ({
  newPerson,
}) => {
  const host = await newPerson();
  await host.goto('/');
  const { alias } = await callFromSite(host, 'Lea');
  const button = host.getByRole('button', { name: 'Invite' });
  await button.click();
  const dialog = host.getByRole('dialog', { name: 'Invite others' });
  await expect(dialog.getByRole('heading', { name: 'Invite others' })).toBeFocused();

  await test.step('the meeting’s own link', async () => {
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByRole('status').filter({ hasText: 'Link copied. It works until' })).toBeVisible();
    const link = await host.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toBe(`/join/${alias}`);
    await dialog.getByRole('button', { name: 'QR code' }).click();
    await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    const mail = decodeURIComponent((await dialog.getByRole('link', { name: 'E-mail' }).getAttribute('href'))!);
    expect(mail).toContain('Lea invites you');
    expect(mail).toContain(link);
    expect(mail).toMatch(/The link works until .*\d/);
    const calendar = await dialog.getByRole('link', { name: 'Calendar file' }).getAttribute('href');
    const file = await host.request.get(calendar!);
    await expect(dialog.getByRole('link', { name: 'Calendar file' }), 'saved, not gone to').toHaveAttribute('download');
    await expect(dialog.getByRole('link', { name: 'E-mail' })).toHaveAttribute('target', '_blank');
    expect(file.headers()['content-type']).toMatch(/^text\/calendar/);
    await expectAccessible(host, 'the invitation dialog');
  });

  await dialog.getByLabel('Name of the guest').fill('Grandma');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const personal = await dialog.getByLabel('Link for Grandma').inputValue();
  await expectAccessible(host, 'a personal link', CORNER);
  const guest = await newPerson();
  await guest.goto(personal);
  await expect(guest.getByLabel('Your name')).toHaveValue('Grandma');
  await guest.getByRole('button', { name: 'Join now' }).click();
  await expectInCall(guest);
  await expectToHear(host, 'Grandma joined.'); // also behind the open dialog
  await test.step('a guest copies the link, once our site answers, and makes none of their own', async () => {
    const meeting = `**/api/meetings/${alias}`;
    await guest.route(meeting, (route) => route.abort());
    await guest.getByRole('button', { name: 'Invite' }).click();
    const again = guest.getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await expect(guest.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
    await guest.unroute(meeting);
    await again.click();
    await expect(guest.getByRole('heading', { name: 'Invite others' })).toBeFocused();
    await expect(guest.getByRole('button', { name: 'Copy link' })).toBeVisible();
    await expect(guest.getByLabel('Name of the guest')).toHaveCount(0);
    await guest.getByRole('button', { name: 'Close the invitation' }).click();
  });
  const home = guest.getByRole('link', { name: 'Harbourline Insurance' });
  await expect(home, 'the way home does not hang up').toHaveAttribute('target', '_blank');
  await guest.getByRole('button', { name: 'Leave' }).click();
  await expect(home).not.toHaveAttribute('target');

  await test.step('taken back in time, the link still works; once the dialog is closed, it is withdrawn', async () => {
    await dialog.getByRole('button', { name: 'Withdraw the link of Grandma' }).click();
    await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    const again = dialog.getByRole('button', { name: 'Withdraw the link of Grandma' });
    await expect(again).toBeFocused();
    await again.click();
    const gone = host.waitForResponse((response) => response.request().method() === 'DELETE');
    await host.keyboard.press('Escape');
    expect((await gone).status()).toBe(200);
    await expect(button).toBeFocused();
    await guest.goto(personal);
    await expect(guest.getByRole('heading', { name: 'Your invitation was withdrawn' })).toBeVisible();
    await expectAccessible(guest, 'a withdrawn invitation');
  });
});

test('after the call it is rated by keyboard, and changed; the desk reads it', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.goto('/');
  await callFromSite(visitor, 'Rated By Keys');
  await visitor.getByRole('button', { name: 'Leave' }).click();
  await expect(visitor.getByRole('heading', { name: 'You left the call' })).toBeFocused();
  await expect(visitor.getByRole('button', { name: 'Rejoin the call' })).toBeVisible();
  await expectAccessible(visitor, 'the end');

  await visitor.getByRole('radio', { name: '1 of 5: very poor' }).focus();
  await visitor.keyboard.press('Space');
  await visitor.keyboard.press('ArrowRight');
  await expect(visitor.getByRole('radio', { name: '2 of 5: poor' })).toBeChecked();
  await visitor.getByLabel('What should we know? (optional)').fill('Hard to hear by keys');
  await visitor.route('**/rating', (route) => route.abort());
  await visitor.getByRole('button', { name: 'Send' }).click();
  await expect(visitor.getByRole('alert').filter({ hasText: 'Check your connection' })).toBeVisible();
  await visitor.unroute('**/rating');
  await visitor.getByRole('button', { name: 'Send' }).click();
  await expect(visitor.getByText('You gave 2 of 5.')).toBeVisible();
  await expectAccessible(visitor, 'rated', CORNER);
  await visitor.getByRole('button', { name: 'Change it' }).click();
  await visitor.getByTitle('1 of 5: very poor').click();
  await visitor.getByRole('button', { name: 'Send' }).click();
  await expect(visitor.getByText('You gave 1 of 5.')).toBeVisible();

  const desk = await newPerson({ signedIn: true });
  await desk.goto('/dashboard/history?rating=low');
  await desk.getByRole('link', { name: 'Rated By Keys' }).click();
  await expect(desk.getByRole('region', { name: 'Ratings' })).toContainText('Hard to hear by keys');
});

test('shortly before it opens, camera and microphone are ready, and stay so when it lets people in', async ({
  newPerson,
  request,
}) => {
  // Early grace is ten minutes: this one opens in about half a minute.
  const data = { topic: 'Yearly review', validFrom: new Date(Date.now() + 10 * 60_000 + 30_000).toISOString() };
  const { alias } = (await (await request.post('/api/meetings', { data })).json()) as { alias: string };
  const guest = await newPerson();
  await guest.goto(`/join/${alias}`);
  const track = () =>
    guest
      .getByLabel('Your own picture')
      .evaluate((video: HTMLVideoElement) =>
        video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0]?.id : undefined,
      );
  await expect(guest.getByRole('timer')).toBeVisible();
  await expect.poll(track, 'the camera is on').toBeDefined();
  const before = await track();
  await expectAccessible(guest, 'shortly before it opens');
  const file = await request.get((await guest.getByRole('link', { name: 'Add to calendar' }).getAttribute('href'))!);
  expect(await file.text()).toContain('Yearly review');
  await expect(guest.getByRole('button', { name: 'Join now' })).toBeVisible({ timeout: 60_000 });
  // The lobby's own video is there a moment before it has its stream.
  await expect.poll(track).toBe(before);
});

test('each page without a way in says why and what to do', async ({ newPerson, request }) => {
  const made = await request.post('/api/meetings', { data: { isInvitationRequired: true } });
  const { alias, hostKey } = (await made.json()) as { alias: string; hostKey: string };
  const guest = await newPerson();
  await guest.goto(`/join/${alias}`);
  await expect(guest.getByRole('heading', { name: 'This meeting needs a personal link' })).toBeVisible();
  await guest.goto(`/join/${alias}?i=cut-short`);
  await expect(guest.getByRole('heading', { name: 'We don’t know this personal link' })).toBeVisible();
  await guest.getByRole('link', { name: 'Deutsch' }).click();
  await expect(guest).toHaveURL(/lang=de&i=cut-short/);
  await request.delete(`/api/meetings/${alias}`, { headers: { Authorization: `Bearer ${hostKey}` } });
  await guest.goto(`/join/${alias}`);
  await expect(guest.getByRole('heading', { name: 'This meeting was cancelled' })).toBeVisible();
});

test('the scheduled page and the lobby are accessible, from right to left too', async ({ newPerson, request }) => {
  const scheduled = { topic: 'Yearly review', validFrom: minutes(3 * 24 * 60) };
  for (const data of [scheduled, { topic: 'Yearly review' }]) {
    const { alias } = (await (await request.post('/api/meetings', { data })).json()) as { alias: string };
    for (const language of ['en', 'ar']) {
      const guest = await newPerson();
      await guest.goto(`/join/${alias}?lang=${language}`);
      await expect(guest.getByRole(data === scheduled ? 'timer' : 'textbox')).toBeVisible();
      await expectAccessible(guest, `${data === scheduled ? 'scheduled' : 'the lobby'} in ${language}`);
    }
  }
});
