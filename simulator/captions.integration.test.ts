import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinNode, type Client } from './testing/client';
import { control } from './testing/control';
import { configuration, startPolicyServer } from './testing/policy-server';
import { startForTest } from './testing/start';

let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;
beforeAll(async () => {
  policy = await startPolicyServer(({ path, query }) => {
    if (!path.endsWith('/service/configuration')) return { status: 404 };
    const alias = query.get('local_alias') ?? '';
    const captions = {
      on: { live_captions_enabled: 'yes', source_language: 'nb-NO', live_captions_language: 'en-GB' },
      off: { live_captions_enabled: 'no' },
    }[alias];
    return configuration({ service_type: 'conference', name: alias, allow_guests: true, pin: '1234', ...captions });
  });
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, SIMULATOR_LIVE_CAPTIONS: 'true' });
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

const joinHost = (alias: string) => joinNode(simulator.node, alias, 'Host', { pin: '1234' });
const joinGuest = (alias: string) => joinNode(simulator.node, alias, 'Guest', { pin: 'none' });
const say = (body: Record<string, unknown>) => control(simulator.node, 'POST', 'captions', body);
const captionsAt = ({ events }: Client) => events.filter(({ event }) => event === 'live_captions');

test('captions reach whoever shows them, in the wire form, until they are hidden', async () => {
  const host = await joinHost('on');
  const guest = await joinGuest('on');
  expect(host.granted.live_captions_available).toBe(true);
  await host.sees('conference_update', { live_captions_available: true });
  expect(await guest.own('show_live_captions')).toMatchObject({ http: 200, result: null });
  await host.sees('participant_update', { uuid: guest.uuid, show_live_captions: true });

  const spoken = await say({ conference: 'on', text: 'Hei', isFinal: false, from: host.uuid });
  expect(spoken).toEqual({ http: 200, json: { sentTo: [guest.uuid] } });
  const { data } = await guest.sees('live_captions');
  expect(data).toEqual({
    data: 'Hei',
    is_final: false,
    src_lang: 'nb-NO',
    tgt_lang: 'en-GB',
    sources: [{ participant_uuid: host.uuid }],
  });
  expect(captionsAt(host)).toEqual([]);

  expect(await guest.own('hide_live_captions')).toMatchObject({ http: 200, result: null });
  expect(await say({ conference: 'on', text: 'Ha det' })).toEqual({ http: 200, json: { sentTo: [] } });
});

test('who waits outside reads nothing, though he asked', async () => {
  const guest = await joinGuest('default');
  expect(await guest.own('show_live_captions')).toMatchObject({ http: 200 });
  expect(await say({ conference: 'default', text: 'secret' })).toEqual({ http: 200, json: { sentTo: [] } });
  const host = await joinHost('default');
  await guest.sees('participant_update', { uuid: guest.uuid, service_type: 'conference' });
  expect(host.granted.live_captions_available).toBe(true);
  expect(await say({ conference: 'default', text: 'open' })).toEqual({ http: 200, json: { sentTo: [guest.uuid] } });
});

test('a conference without captions refuses them', async () => {
  const host = await joinHost('off');
  expect(host.granted.live_captions_available).toBe(false);
  await host.sees('conference_update', { live_captions_available: false });
  expect(await host.own('show_live_captions')).toMatchObject({
    http: 403,
    result: 'Live captions are not available',
  });
  expect(await say({ conference: 'off', text: 'Hello' })).toMatchObject({ http: 409 });
});

test('captions of nobody and nowhere are refused by name', async () => {
  await joinHost('on');
  expect(await say({ conference: 'nowhere', text: 'x' })).toMatchObject({ http: 404 });
  expect(await say({ conference: 'on', text: 'x', from: 'nobody' })).toMatchObject({ http: 404 });
  expect(await say({ conference: 'on', words: 'x' })).toMatchObject({ http: 400 });
});
