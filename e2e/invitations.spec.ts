import { expect, test } from './people';
import { stack } from './stack';

interface Made {
  alias: string;
  hostKey: string;
  validFrom: string;
}
const of = (alias: string, path = '') => `/api/meetings/${alias}${path}`;

test('a personal link lets its holder in by name until it is withdrawn, and then says so everywhere', async ({
  request,
}) => {
  const data = { topic: 'Roof', isInvitationRequired: true };
  const { alias, hostKey } = (await (await request.post('/api/meetings', { data })).json()) as Made;
  const headers = { Authorization: `Bearer ${hostKey}` };
  expect((await request.post(of(alias, '/invitations'), { data: { displayName: 'Dana' } })).status()).toBe(401);
  const created = await request.post(of(alias, '/invitations'), { data: { displayName: 'Dana' }, headers });
  expect(created.status()).toBe(201);
  const { id, link } = (await created.json()) as Record<string, string>;
  expect(link).toContain(`${stack().APP_URL}/join/${alias}?i=`);
  const invitation = new URL(link!).searchParams.get('i')!;

  const bare = await request.post(of(alias, '/join'), { data: { displayName: 'Mallory' } });
  expect([bare.status(), await bare.json()]).toMatchObject([403, { code: 'invitation-required' }]);
  const cutShort = await request.post(of(alias, '/join'), { data: { invitation: invitation.slice(0, 9) } });
  expect([cutShort.status(), await cutShort.json()]).toMatchObject([403, { code: 'invitation-unknown' }]);
  const joined = await request.post(of(alias, '/join'), { data: { invitation } });
  expect([joined.status(), await joined.json()]).toMatchObject([200, { displayName: 'Dana', role: 'guest' }]);
  expect(await (await request.get(of(alias, `?i=${invitation}`))).json()).toMatchObject({
    isInvitationRequired: true,
    invitation: { state: 'valid', displayName: 'Dana' },
  });
  const list = await request.get(of(alias, '/invitations'), { headers });
  expect(await list.text()).not.toContain(invitation);
  expect((await list.json()) as object).toMatchObject({
    invitations: [{ id, displayName: 'Dana', withdrawnAt: null }],
  });

  expect((await request.delete(of(alias, `/invitations/${id}`), { headers })).status()).toBe(200);
  expect((await request.delete(of(alias, '/invitations/none'), { headers })).status()).toBe(404);
  for (const refused of [
    await request.post(of(alias, '/join'), { data: { invitation } }),
    await request.get(of(alias, `/calendar.ics?i=${invitation}`)),
  ]) {
    expect([refused.status(), await refused.json()]).toMatchObject([410, { code: 'invitation-withdrawn' }]);
  }
});

test('a calendar file has the window and the link, and a higher sequence when the end was moved', async ({
  request,
}) => {
  const made = await request.post('/api/meetings', { data: { topic: 'Roof', durationMinutes: 30 } });
  const { alias, hostKey, validFrom } = (await made.json()) as Made;
  const file = async (query = '') => {
    const response = await request.get(of(alias, `/calendar.ics${query}`));
    expect(response.headers()['content-type']).toMatch(/^text\/calendar/);
    return (await response.text()).replaceAll('\r\n ', '');
  };
  const first = await file('?lang=en&tz=Europe/Oslo');
  expect(first).toContain(`DTSTART:${validFrom.replaceAll(/[-:]|\.\d+/g, '')}`);
  expect(first).toContain(`LOCATION:${stack().APP_URL}/join/${alias}`);
  expect(first).toContain('Europe/Oslo');
  expect(first).toContain('SEQUENCE:0');
  const validUntil = new Date(Date.parse(validFrom) + 45 * 60_000).toISOString();
  const headers = { Authorization: `Bearer ${hostKey}` };
  expect((await request.patch(of(alias), { data: { validUntil }, headers })).status()).toBe(200);
  expect(await file()).toContain('SEQUENCE:1');
  expect((await request.get(of(alias, '/calendar.ics?tz=Mars/Olympus'))).status()).toBe(422);
  expect((await request.get(of(`meet-${'a'.repeat(26)}`, '/calendar.ics'))).status()).toBe(404);
});

test('an end beyond the longest meeting is refused with how far it can go', async ({ request }) => {
  const { alias, hostKey, validFrom } = (await (await request.post('/api/meetings', { data: {} })).json()) as Made;
  const headers = { Authorization: `Bearer ${hostKey}` };
  const validUntil = new Date(Date.parse(validFrom) + 30 * 24 * 3_600_000).toISOString();
  const refused = await request.patch(of(alias), { data: { validUntil }, headers });
  const { code, latestEnd } = (await refused.json()) as { code: string; latestEnd: string };
  expect([refused.status(), code]).toEqual([422, 'too-long']);
  expect((await request.patch(of(alias), { data: { validUntil: latestEnd }, headers })).status()).toBe(200);
});

test('whoever had a ticket rates the call, and the desk shows it', async ({ request, newPerson }) => {
  const made = await request.post('/api/meetings', { data: { displayName: 'Rated Visitor' } });
  const { alias } = (await made.json()) as Made;
  const join = await request.post(of(alias, '/join'), { data: { displayName: 'Dana' } });
  const { callTag } = (await join.json()) as { callTag: string };
  const rate = (body: object) => request.post(of(alias, '/rating'), { data: { callTag, ...body } });
  expect((await rate({ stars: 6 })).status()).toBe(422);
  const stranger = await rate({ stars: 1, callTag: '00000000-0000-4000-8000-000000000000' });
  expect([stranger.status(), await stranger.json()]).toMatchObject([403, { code: 'ticket-unknown' }]);
  expect((await rate({ stars: 5 })).status()).toBe(200);
  expect(await (await rate({ stars: 2, word: 'Hard to hear' })).json()).toMatchObject({ stars: 2 });

  const desk = await newPerson({ signedIn: true });
  await desk.goto('/dashboard/history?rating=low');
  await desk.getByRole('link', { name: 'Rated Visitor' }).click();
  await expect(desk.getByRole('region', { name: 'Ratings' })).toContainText('Hard to hear');
  await expect(desk.getByRole('img', { name: '2 of 5' })).toBeVisible();
});
