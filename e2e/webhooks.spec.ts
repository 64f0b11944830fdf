import { isSigned, openReceiver } from '@/lib/testing/webhook-receiver';
import { WEBHOOK_TYPES } from '@/lib/webhooks/webhook';
import { expect, test } from './people';
import { stack } from './stack';

test('an agent adds a webhook, sees a test arrive, and the receiver hears of meetings from then on', async ({
  newPerson,
}) => {
  const receiver = await openReceiver();
  const page = await newPerson({ signedIn: true });
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'Add webhook' }).click();
  const form = page.getByRole('form', { name: 'New webhook' });
  await form.getByLabel('Address').fill('nonsense');
  await form.getByRole('button', { name: 'Add webhook' }).click();
  await expect(form.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Address').fill(receiver.url);
  await form.getByLabel('Note').fill('Customer file');
  // Of nothing else: meetings of tests before this one come to their end meanwhile.
  for (const type of WEBHOOK_TYPES.filter((each) => each !== 'meeting.created')) {
    await form.getByRole('checkbox', { name: type }).uncheck();
  }
  await form.getByRole('button', { name: 'Add webhook' }).click();

  const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(/^whsec_/)).toHaveCount(0);

  const webhook = page.getByRole('article', { name: new URL(receiver.url).host });
  await expect(webhook).toContainText('Customer file');
  await webhook.getByRole('button', { name: 'Send a test' }).click();
  const messages = webhook.getByRole('region', { name: /^Messages to/ });
  await expect(messages.getByRole('listitem').first()).toContainText('webhook.test');
  await expect(messages.getByRole('listitem').first()).toContainText('Delivered', { timeout: 15_000 });
  const sent = receiver.received.find(({ message }) => message.type === 'webhook.test');
  expect(sent && isSigned(sent, secret)).toBe(true);

  const created = await page.request.post('/api/meetings', { data: { topic: 'Hail damage' } });
  const { alias } = (await created.json()) as { alias: string };
  const told = () => receiver.received.find(({ message }) => message.type === 'meeting.created')?.message;
  await expect.poll(told).toMatchObject({
    meeting: { alias, topic: 'Hail damage', joinUrl: `${stack().APP_URL}/join/${alias}` },
  });

  await webhook.getByRole('button', { name: 'New secret' }).click();
  await expect(page.getByRole('heading', { name: /^Secret for/ })).toBeFocused();
  const other = (await page.getByText(/^whsec_/).textContent()) ?? '';
  expect(other).not.toBe(secret);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(webhook).toContainText('former secret as well until');
  await webhook.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.received.filter((each) => isSigned(each, other)).length).toBe(1);
  expect(receiver.received.filter((each) => isSigned(each, other) && isSigned(each, secret))).toHaveLength(1);

  receiver.answer = { status: 410 };
  await webhook.getByRole('button', { name: 'Send a test' }).click();
  await expect(messages.getByRole('listitem').first()).toContainText('gone for good', { timeout: 15_000 });
  await expect(webhook.getByRole('button', { name: 'Turn on' })).toBeVisible({ timeout: 15_000 });
  receiver.answer = { status: 200 };
  await webhook.getByRole('button', { name: 'Turn on' }).click();
  await messages.getByRole('button', { name: 'Send all failed again' }).click();
  await expect(page.getByText('The message is sent again.')).toBeVisible();
  await expect(messages.getByRole('listitem').first()).toContainText('sent again by hand');
  await expect(messages.getByRole('listitem').first()).toContainText('Delivered', { timeout: 15_000 });

  await webhook.getByRole('button', { name: 'Remove' }).click();
  await expect(webhook).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(webhook).toContainText('Customer file');
  await webhook.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect
    .poll(async () => (await (await page.request.get('/api/webhooks')).json()) as unknown)
    .toEqual({ webhooks: [] });
  await receiver.close();
});

test('webhooks are for signed-in agents, from our own pages, and are refused with a reason', async ({
  request,
  newPerson,
}) => {
  const id = '00000000-1111-4222-8333-444444444444';
  const doors: [string, string[]][] = [
    ['/api/webhooks', ['GET', 'POST']],
    [`/api/webhooks/${id}`, ['GET', 'PATCH', 'DELETE']],
    [`/api/webhooks/${id}/test`, ['POST']],
    [`/api/webhooks/${id}/replay`, ['POST']],
    [`/api/webhooks/${id}/deliveries`, ['GET']],
    [`/api/webhooks/${id}/deliveries/${id}/replay`, ['POST']],
  ];
  const agent = (await newPerson({ signedIn: true })).request;
  for (const [path, methods] of doors) {
    for (const method of methods) {
      expect((await request.fetch(path, { method })).status(), `${method} ${path}`).toBe(401);
      if (path !== '/api/webhooks') {
        const unknown = await agent.fetch(path, { method });
        expect(unknown.status(), `${method} ${path}`).toBe(404);
        expect(unknown.headers()['content-type']).toContain('application/problem+json');
      }
      if (method === 'GET') continue;
      const foreign = await agent.fetch(path, { method, headers: { Origin: 'https://evil.example' } });
      expect(foreign.status(), `${method} ${path} from another site`).toBe(403);
    }
  }

  const bad = await agent.post('/api/webhooks', { data: { url: 'ftp://example.com', types: ['x'], colour: 1 } });
  expect(bad.status()).toBe(422);
  const { fields } = (await bad.json()) as { fields: { field: string }[] };
  expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['url', 'types.0', 'colour']));
});
