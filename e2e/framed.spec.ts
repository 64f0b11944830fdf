import { createServer } from 'node:http';
import { expect, test } from './people';
import { stack } from './stack';

/** What Chromium writes into the console of a page in a frame that hands on no device. */
const NOT_HANDED_ON = /Permissions policy violation/;

/** Another site, whose every page has nothing but ours in a frame without `allow`. */
async function siteAround(address: string) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Intranet</title><iframe src="${address}" width="900" height="800"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(stack().FRAME_ANCESTORS).port), resolve));
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}

test('in a frame that hands on no device the lobby says so, and one comes in without', async ({
  newPerson,
  pageErrors,
  request,
}) => {
  const { alias } = (await (await request.post('/api/meetings', { data: {} })).json()) as { alias: string };
  const close = await siteAround(`${stack().APP_URL}/join/${alias}`);
  try {
    const guest = await newPerson();
    await guest.goto(stack().FRAME_ANCESTORS);
    const framed = guest.frameLocator('iframe');
    await framed.getByRole('button', { name: 'Start video' }).click();
    await expect(framed.getByText(/^The page around this one doesn’t share .*camera.* with us\.$/)).toBeVisible();
    await expect(framed.getByText(/Open this page in a tab of its own/)).toBeVisible();
    await framed.getByLabel('Your name').fill('Sam');
    await framed.getByRole('button', { name: 'Join now' }).click();
    await expect(framed.getByRole('button', { name: 'Leave' })).toBeVisible({ timeout: 30_000 });
    await expect(framed.getByRole('button', { name: 'Start video' })).toBeVisible();

    // Chromium gives a page in a frame no window of its own, but one for a video.
    const openSmallWindow = async () => {
      await framed.getByRole('button', { name: 'More actions' }).click();
      await framed.getByRole('button', { name: 'Small window' }).click();
    };
    const far = framed.getByLabel('The other side', { exact: true });
    const isInWindow = () => far.evaluate((video) => document.pictureInPictureElement === video);
    // A video of which nothing has come yet has no window either.
    await expect.poll(() => far.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
    await openSmallWindow();
    await expect.poll(isInWindow, { message: 'the far end’s picture is in a small window' }).toBe(true);
    await far.evaluate((video: HTMLVideoElement) => (video.disablePictureInPicture = true));
    // The browser takes the picture back in its own time.
    await expect.poll(isInWindow).toBe(false);
    await openSmallWindow();
    await expect(framed.getByText('No small window can be opened here.').first()).toBeVisible();
  } finally {
    await close();
  }
  const unexpected = pageErrors.filter((text) => !NOT_HANDED_ON.test(text));
  pageErrors.splice(0, pageErrors.length, ...unexpected);
});

test('sites that may frame the join page may frame no other', async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  expect(await policyOf('/join/meet-x')).toContain(`frame-ancestors ${stack().FRAME_ANCESTORS};`);
  for (const path of ['/', '/sign-in', '/dashboard']) {
    expect(await policyOf(path), path).toContain("frame-ancestors 'none';");
  }
});
