import pg from 'pg';
import { expectAccessible } from './accessible';
import { expect, expectInCall, test } from './people';
import { stack } from './stack';

/** What React tells the console of a page that the server could not make (its error 441), in production. */
const FAILED_PAGE = /Minified React error #441\b/;

test('before it opens, the page says when, and lets people in by itself', async ({ newPerson, request }) => {
  const create = async (inMs: number) => {
    const data = { topic: 'Yearly review', validFrom: new Date(Date.now() + inMs).toISOString() };
    return (await (await request.post('/api/meetings', { data })).json()) as { alias: string; state: string };
  };
  const far = await create(60 * 60_000);
  expect(far.state).toBe('scheduled');
  const early = await request.post(`/api/meetings/${far.alias}/join`, { data: { displayName: 'Too early' } });
  expect(early.status()).toBe(409);
  expect(await early.json()).toMatchObject({ code: 'not-open' });

  // Early grace is ten minutes: this one opens in about five seconds.
  const { alias } = await create(10 * 60_000 + 5_000);
  const guest = await newPerson();
  await guest.goto(`/join/${alias}`);
  await expect(guest.getByRole('heading', { name: 'Yearly review' })).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Join now' })).toBeVisible({ timeout: 20_000 });

  await test.step('the focus is looked after, as for whoever finds it open', async () => {
    await guest.getByLabel('Your name').fill('Sam');
    await guest.getByRole('button', { name: 'Join now' }).click();
    await expectInCall(guest);
    await guest.getByRole('button', { name: 'Your own picture. Move it' }).focus();
    await guest.keyboard.press('c'); // takes it away
    await expect(guest.getByRole('button', { name: 'Start video' })).toBeVisible();
    await expect(guest.getByRole('heading', { name: 'Yearly review', level: 2 })).toBeFocused();
  });
});

test('far ahead, the day and the time are told in the visitor’s own zone', async ({ newPerson, request }) => {
  const day = 24 * 60 * 60_000;
  const evening = Date.now() - (Date.now() % day) + 3 * day + 23.5 * 60 * 60_000; // half past eleven, in UTC
  const validFrom = new Date(evening).toISOString();
  const created = await request.post('/api/meetings', { data: { validFrom } });
  const { alias } = (await created.json()) as { alias: string };
  const guest = await newPerson({ timeZone: 'Asia/Tokyo' });
  await guest.goto(`/join/${alias}`);
  // There it is the next morning; the same day of the month is read off a clock that is nine hours ahead.
  const there = new Date(evening + 9 * 60 * 60_000);
  const weekday = there.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  const words = new RegExp(`^${weekday}.*\\b${there.getUTCDate()}\\b.* 8:30\\sAM$`);
  await expect(guest.locator(`time[datetime="${validFrom}"]`)).toHaveText(words);
  await expect(guest.getByText('In your time zone, Japan Standard Time.')).toBeVisible();
});

for (const alias of ['meet-aaaaaaaaaaaaaaaaaaaaaaaaaa', 'meet-x', 'lounge', '%3Cscript%3E', '%00', 'meet-%E0%A4%A']) {
  test(`an alias nobody has is told so, with 404: ${alias}`, async ({ request }) => {
    const response = await request.get(`/join/${alias}`);
    expect(response.status()).toBe(404);
  });
}

test('the page for an unknown alias says what to do', async ({ newPerson }) => {
  const guest = await newPerson();
  const response = await guest.goto('/join/meet-aaaaaaaaaaaaaaaaaaaaaaaaaa');
  expect(response?.status()).toBe(404);
  await expect(guest.getByRole('heading', { name: /don’t know this meeting/i })).toBeVisible();
  await expectAccessible(guest, 'an unknown meeting');
  await guest.goto('/nowhere');
  await expectAccessible(guest, 'a page that is not there');
});

test('a page that cannot be made says so in its language, and is there when it is tried again', async ({
  newPerson,
  pageErrors,
  request,
}) => {
  const { alias } = (await (await request.post('/api/meetings', { data: {} })).json()) as { alias: string };
  const database = new pg.Client({ connectionString: stack().DATABASE_URL });
  await database.connect();
  const guest = await newPerson();
  const failed = guest.getByRole('heading', { name: 'Noe gikk galt hos oss' });
  const tryAgain = guest.getByRole('button', { name: 'Prøv igjen' });
  const isPageAsked = () => guest.waitForResponse((response) => new URL(response.url()).pathname === `/join/${alias}`);
  // Personal links cannot be looked up for a moment.
  await database.query('ALTER TABLE invitation RENAME TO invitation_away');
  try {
    await guest.goto(`/join/${alias}?i=cut-short&lang=nb`);
    await expect(failed).toBeVisible();
    await expect(guest.getByText('Det er ikke noe du har gjort. Prøv igjen om litt.')).toBeVisible();
    await expect(guest.getByRole('link', { name: 'Gå til nettstedet vårt' })).toHaveAttribute('href', '/');
    await expect(guest.locator('html')).toHaveAttribute('lang', 'nb');
    await expectAccessible(guest, 'a join page that could not be made');
    await Promise.all([isPageAsked(), tryAgain.click()]);
    await expect(tryAgain).not.toHaveAttribute('aria-busy');
    await expect(failed).toBeVisible();
  } finally {
    await database.query('ALTER TABLE invitation_away RENAME TO invitation');
    await database.end();
  }
  // What React tells the console of the page that failed; whatever else an error was, and is from here on, fails the test.
  const unexpected = pageErrors.filter((text) => !FAILED_PAGE.test(text));
  pageErrors.splice(0, pageErrors.length, ...unexpected);
  await Promise.all([isPageAsked(), tryAgain.click()]);
  await expect(guest.getByRole('heading', { name: 'Vi kjenner ikke denne personlige lenken' })).toBeVisible();
  await expect(failed).toBeHidden();
  await expect(guest.locator('html')).toHaveAttribute('lang', 'nb');
});
