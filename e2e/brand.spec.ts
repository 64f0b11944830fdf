import { expect, test } from './people';

// What an administrator sets as the company's brand, and what visitors leave while nobody is there.

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('the site has the name, colour, corner and logo that an agent saves', async ({ newPerson }) => {
  const agent = await newPerson({ signedIn: true });
  await agent.goto('/dashboard/settings/brand');
  await agent.getByLabel('Company name').fill('Fjord & Co');
  await agent.getByLabel('Colour on light pages', { exact: true }).fill('#f3c6d8');
  await expect(agent.getByText(/^Is too pale for links on the light pages/)).toBeVisible();
  await agent.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(agent.getByRole('status').filter({ hasText: 'One field needs another look' })).toBeVisible();
  await expect(agent.getByLabel('Colour on light pages', { exact: true })).toBeFocused();
  await agent.getByLabel('Colour on light pages', { exact: true }).fill('#7a1f5c');
  await agent.getByLabel('Where lines begin').check();
  await agent.getByLabel('English').fill('Talk with Fjord');
  await agent.getByLabel('Logo file').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG });
  await expect(agent.getByText('Logo saved.')).toBeVisible();
  await agent.getByLabel('By the week').check();
  await agent.getByRole('button', { name: 'Add hours on Sunday' }).click();
  await agent.screenshot({ path: test.info().outputPath('brand.png'), fullPage: true });
  await agent.getByRole('button', { name: 'Discard' }).click();
  await agent.getByLabel('Company name').fill('Fjord & Co');
  await agent.getByLabel('Colour on light pages', { exact: true }).fill('#7a1f5c');
  await agent.getByLabel('Where lines begin').check();
  await agent.getByLabel('English').fill('Talk with Fjord');
  await agent.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(agent.getByRole('status').filter({ hasText: 'Saved. It holds at once.' })).toBeVisible();

  try {
    const visitor = await newPerson();
    // Within seconds: a page that is asked for while the change is being read has what was before.
    await expect(async () => {
      await visitor.goto('/cover');
      await expect(visitor).toHaveTitle(/ · Fjord & Co$/, { timeout: 1_000 });
    }).toPass();
    await expect(visitor.getByRole('link', { name: 'Fjord & Co, home' }).first().locator('img')).toBeVisible();
    const button = visitor.getByRole('button', { name: 'Talk with Fjord' });
    await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 92)');
    expect((await button.boundingBox())?.x).toBeLessThan(100);
    // Invitations come from the same company, and so does the page for a link that leads nowhere.
    const { alias } = (await (await visitor.request.post('/api/meetings', { data: {} })).json()) as { alias: string };
    for (const path of [`/join/${alias}`, '/join/meet-nobody', '/nowhere']) {
      await visitor.goto(path);
      await expect(visitor).toHaveTitle(/Fjord & Co$/);
      await expect(visitor.getByRole('link', { name: 'Fjord & Co, home' }).first().locator('img')).toBeVisible();
      const accent = await visitor.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--accent'),
      );
      expect(accent).toBe('#7a1f5c');
    }
    await expect(button, 'the call is there on a page that is not').toBeVisible();
    const logo = await visitor.request.get('/api/brand/logo');
    expect(logo.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-cache' });
    const again = await visitor.request.get('/api/brand/logo', {
      headers: { 'if-none-match': logo.headers().etag ?? '' },
    });
    expect(again.status()).toBe(304);
    for (const path of ['/api/brand/settings', '/api/messages', '/api/messages/unanswered']) {
      expect((await visitor.request.get(path)).status()).toBe(401);
    }
    expect((await visitor.request.put('/api/brand/logo', { data: PNG })).status()).toBe(401);
  } finally {
    // As it was, for whoever comes next.
    await agent.request.delete('/api/brand/logo');
    const { settings, savedAt } = (await (await agent.request.get('/api/brand/settings')).json()) as Record<
      string,
      object
    >;
    const usual = {
      companyName: 'Harbourline Insurance',
      accent: { light: '#0c666a', dark: '#58bdb3' },
      place: 'end',
      words: {},
    };
    const restored = await agent.request.put('/api/brand/settings', {
      data: { ...settings, ...usual, basedOn: savedAt },
    });
    expect(restored.status()).toBe(200);
  }
});

test('what a visitor leaves is counted at the desk until somebody has answered it', async ({ newPerson }) => {
  const visitor = await newPerson();
  const wantedAt = new Date(Date.now() + 24 * 60 * 60_000).toISOString();
  const message = {
    name: 'Ann Ash',
    email: 'ann@example.com',
    text: 'The roof leaks.\nPlease call.',
    wantedAt,
    language: 'en',
  };
  const left = await visitor.request.post('/api/messages', { data: message });
  expect(left.status()).toBe(201);
  const refused = await visitor.request.post('/api/messages', { data: { name: 'Ann Ash', text: 'Hello' } });
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'invalid-body', fields: [{ field: 'email' }] });

  const agent = await newPerson({ signedIn: true });
  const link = agent.getByRole('link', { name: 'Messages' });
  await expect(link).toHaveText('Messages1 unanswered');
  await link.click();
  await expect(agent.getByRole('heading', { name: 'Ann Ash' })).toBeVisible();
  await agent.screenshot({ path: test.info().outputPath('messages.png') });
  await agent.getByRole('button', { name: 'Mark answered: Ann Ash' }).click();
  await expect(agent.getByText('Answered by Ingrid')).toBeVisible();
  await expect(link).toHaveText('Messages');
  await agent.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toHaveText('Messages1 unanswered');
  await agent.getByRole('button', { name: 'Mark answered: Ann Ash' }).click();
  await agent.getByRole('button', { name: 'Answered', exact: true }).click();
  await expect(agent.getByText('Answered by Ingrid')).toBeVisible();
});
