import { expect, test } from './people';
import { basic, stack } from './stack';

test('a meeting is created with an alias, a link, a window and a host key', async ({ request }) => {
  const response = await request.post('/api/meetings', { data: { displayName: 'Dana', durationMinutes: 30 } });
  expect(response.status()).toBe(201);
  const meeting = (await response.json()) as Record<string, string>;
  expect(meeting.alias).toMatch(/^meet-[0-9a-z]{26}$/);
  expect(meeting.joinUrl).toBe(`${stack().APP_URL}/join/${meeting.alias}`);
  expect(Date.parse(meeting.validUntil!) - Date.parse(meeting.validFrom!)).toBe(30 * 60_000);
  expect(meeting.state).toBe('open');
  expect(meeting.hostKey).toMatch(/^[\w-]{43}$/);
  expect(response.headers().location).toBe(`/api/meetings/${meeting.alias}`);

  const shown = await request.get(response.headers().location!);
  expect(Object.keys((await shown.json()) as object).sort()).toEqual([
    'alias',
    'serverTime',
    'state',
    'topic',
    'validFrom',
    'validUntil',
  ]);
});

test('the PIN is for hosts, and nobody becomes host by guessing', async ({ request }) => {
  const created = await request.post('/api/meetings', { data: {} });
  const { alias, hostKey } = (await created.json()) as Record<string, string>;
  const join = (headers: Record<string, string>) =>
    request.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Dana' }, headers });

  const host = (await (await join({ Authorization: `Bearer ${hostKey}` })).json()) as Record<string, string>;
  expect(host).toMatchObject({ role: 'host', pin: expect.stringMatching(/^\d{12}$/) });
  const guest = (await (await join({})).json()) as Record<string, string>;
  expect(guest.role).toBe('guest');
  expect(guest).not.toHaveProperty('pin');
  const guesser = await join({ Authorization: 'Bearer guess' });
  expect(guesser.status()).toBe(403);
  expect(await guesser.text()).not.toContain(host.pin!);
});

test('what cannot be read is refused with the fields named', async ({ request }) => {
  const broken = await request.post('/api/meetings', {
    headers: { 'Content-Type': 'application/json' },
    data: Buffer.from('{'),
  });
  expect(broken.status()).toBe(400);
  expect(broken.headers()['content-type']).toBe('application/problem+json');

  const outOfBounds = await request.post('/api/meetings', {
    data: { displayName: 'x'.repeat(81), durationMinutes: 1e9, colour: 1 },
  });
  expect(outOfBounds.status()).toBe(422);
  const { fields } = (await outOfBounds.json()) as { fields: { field: string }[] };
  expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['displayName', 'colour']));
});

test('unknown aliases are 404, wherever they are named', async ({ request }) => {
  for (const alias of ['meet-aaaaaaaaaaaaaaaaaaaaaaaaaa', 'x', '%00']) {
    expect((await request.get(`/api/meetings/${alias}`)).status()).toBe(404);
    expect((await request.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Dana' } })).status()).toBe(404);
    const claim = { headers: { Authorization: 'Bearer some-key' } };
    expect((await request.delete(`/api/meetings/${alias}`, claim)).status()).toBe(404);
  }
});

test('a meeting is changed by its host, and by nobody else', async ({ request }) => {
  const created = await request.post('/api/meetings', { data: {} });
  const { alias, hostKey, validFrom } = (await created.json()) as Record<string, string>;
  const at = (minutes: number) => new Date(Date.parse(validFrom!) + minutes * 60_000).toISOString();
  const move = (validUntil: unknown, headers: Record<string, string>) =>
    request.patch(`/api/meetings/${alias}`, { data: { validUntil }, headers });
  const asHost = { Authorization: `Bearer ${hostKey}` };

  expect((await move(at(30), {})).status()).toBe(401);
  expect((await request.delete(`/api/meetings/${alias}`)).status()).toBe(401);
  expect((await move(at(30), { Authorization: 'Bearer guess' })).status()).toBe(403);
  expect((await move('soon', asHost)).status()).toBe(422);
  expect((await move(at(60 * 24 * 30), asHost)).status()).toBe(422);
  expect((await move(at(-5), asHost)).status()).toBe(422);
  const moved = await move(at(90), asHost);
  expect(await moved.json()).toMatchObject({ alias, state: 'open', validUntil: at(90) });

  expect((await request.delete(`/api/meetings/${alias}`, { headers: asHost })).status()).toBe(200);
  const again = await request.delete(`/api/meetings/${alias}`, { headers: asHost });
  expect(again.status()).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'cancelled' });
  const late = await request.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Dana' } });
  expect(late.status()).toBe(409);
  expect(await late.json()).toMatchObject({ code: 'cancelled' });
});

test('a body that is too large is refused without being read to its end, and a node’s taken, which would send it again', async ({
  request,
}) => {
  const data = { displayName: 'x'.repeat(1024 * 1024) };
  expect((await request.post('/api/meetings', { data })).status()).toBe(413);
  const { EVENTS_USERNAME, EVENTS_PASSWORD } = stack();
  const headers = { Authorization: basic(EVENTS_USERNAME, EVENTS_PASSWORD), 'Content-Type': 'application/json' };
  const events = await request.post('/api/events', { headers, data: Buffer.alloc(65 * 1024 * 1024, 'x') });
  expect(events.status()).toBe(200);
});

test('a page of another site cannot write in a visitor’s name', async ({ request }) => {
  const headers = { Origin: 'https://evil.example' };
  const response = await request.post('/api/meetings', { data: {}, headers });
  expect(response.status()).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'cross-origin' });
});

test('nodes are challenged for credentials on policy and sink', async ({ request }) => {
  const { EVENTS_USERNAME } = stack();
  for (const authorization of [undefined, basic(EVENTS_USERNAME, 'wrong')]) {
    const headers: Record<string, string> = authorization ? { Authorization: authorization } : {};
    const answers = [
      await request.get('/api/policy/policy/v1/service/configuration', { headers }),
      await request.post('/api/events', { headers, data: {} }),
    ];
    for (const answer of answers) {
      expect(answer.status()).toBe(401);
      expect(answer.headers()['www-authenticate']).toMatch(/^Basic /);
    }
  }
});

test('what is not there is an error that programs can read', async ({ request }) => {
  for (const path of ['/api/nothing', '/api/meetings/x/y/z']) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
  }
  for (const path of ['/api/policy', '/api%2fpolicy/policy/v1/service/configuration']) {
    expect((await request.get(path)).headers()['www-authenticate'], path).toMatch(/^Basic /);
  }
});

test('a policy path is never redirected, however untidy', async ({ request }) => {
  const { POLICY_USERNAME, POLICY_PASSWORD } = stack();
  const headers = { Authorization: basic(POLICY_USERNAME, POLICY_PASSWORD) };
  for (const path of [
    '/api/policy/policy/v1/service/configuration/',
    '/api/policy//policy/v1//service/configuration',
  ]) {
    const answer = await request.get(`${path}?local_alias=lounge`, { headers, maxRedirects: 0 });
    expect(answer.status(), path).toBe(200);
    expect(await answer.json()).toMatchObject({ action: 'continue' });
  }
});

test('pages carry a policy with a fresh nonce, and nothing of ours is loaded without it', async ({ request }) => {
  const [first, second] = [await request.get('/'), await request.get('/')];
  const policyOf = (response: typeof first) => response.headers()['content-security-policy'] ?? '';
  expect(policyOf(first)).toContain("'strict-dynamic'");
  expect(policyOf(first)).not.toBe(policyOf(second));
  const nonce = /'nonce-([^']+)'/.exec(policyOf(first))?.[1];
  const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
});

test('no secret is in any script of the site', async ({ newPerson }) => {
  const page = await newPerson();
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text());
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Talk to us' }).click();
  await expect(page.getByLabel('Your name')).toBeVisible();
  const { POLICY_PASSWORD, EVENTS_PASSWORD, SEED_AGENT_PASSWORD, DATABASE_URL } = stack();
  const all = (await Promise.all(bodies)).join('\n');
  expect(all.length).toBeGreaterThan(10_000);
  for (const secret of [POLICY_PASSWORD, EVENTS_PASSWORD, SEED_AGENT_PASSWORD, DATABASE_URL])
    expect(all).not.toContain(secret);
});

test('the process says that it is up and ready', async ({ request }) => {
  expect(await (await request.get('/api/health/live')).json()).toEqual({ status: 'live' });
  expect(await (await request.get('/api/health/ready')).json()).toEqual({ status: 'ready' });
});
