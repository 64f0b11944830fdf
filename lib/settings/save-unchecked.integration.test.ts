import { createServer } from 'node:http';
import { beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { newestConferenceSettings } from './conference-settings-store';
import { saveConferenceSettings } from './save-conference-settings';

// The Management Node is configured, and nothing listens on its port.
beforeAll(async () => {
  await testDatabase();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  vi.stubEnv('MANAGEMENT_URL', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  vi.stubEnv('MANAGEMENT_USERNAME', 'mayfly');
  vi.stubEnv('MANAGEMENT_PASSWORD', 'dev-management-password');
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

it('names that cannot be checked are saved only by someone who says so', async () => {
  const data = { email: 'ingrid@example.com', name: 'Ingrid', passwordHash: 'none' };
  const { id: agentId } = await database().agent.create({ data, select: { id: true } });
  const basedOn = (await newestConferenceSettings()).id;
  const settings = { everywhere: { theme: 'Harbourline' }, locations: [] };
  const request = { settings, basedOn, agentId, saveUnchecked: false };

  expect(await saveConferenceSettings(request)).toEqual({ ok: false, error: 'unchecked' });
  expect((await newestConferenceSettings()).id).toBe(basedOn);

  const withoutNames = { everywhere: { hasChat: false }, locations: [] };
  const first = await saveConferenceSettings({ ...request, settings: withoutNames });
  expect(first, 'what refers to nothing needs no checking').toMatchObject({ ok: true });

  const unchecked = { ...request, basedOn: first.ok ? first.saved.id : 0, saveUnchecked: true };
  expect(await saveConferenceSettings(unchecked)).toMatchObject({ ok: true, saved: { value: settings } });
});
