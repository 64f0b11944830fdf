import sharp from 'sharp';
import type { APIRequestContext } from '@playwright/test';
import { askNode, verdicts } from './node-api';
import { expect, test } from './people';

// Every path on which Infinity asks us, through the simulator's node and over real HTTP: an answer that Infinity would
// drop in silence shows as `void` here.

async function openMeeting(request: APIRequestContext): Promise<{ alias: string; pin: string }> {
  const { alias, hostKey } = (await (await request.post('/api/meetings', { data: {} })).json()) as Record<
    string,
    string
  >;
  const headers = { Authorization: `Bearer ${hostKey}` };
  const host = await request.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Host' }, headers });
  return { alias: alias!, pin: ((await host.json()) as { pin: string }).pin };
}

test('telephones and room systems come in by every protocol: hosts by PIN, guests wait for one', async ({
  request,
}) => {
  const { alias, pin } = await openMeeting(request);
  const guest = await askNode('calls', { alias: `sip:${alias}@example.com`, callerAlias: 'sip:ann@example.com' });
  expect(verdicts(guest)).toEqual(['service configuration used', 'participant properties no-opinion']);
  expect(guest.outcome).toBe('awaiting-pin');
  const waiting = await askNode(`calls/${guest.id}/pin`, { pin: '#' });
  expect(waiting.outcome).toBe('waiting-room');

  const host = await askNode('calls', { alias: `h323:${alias.toUpperCase()}@192.0.2.11:1720`, protocol: 'h323', pin });
  expect(host).toMatchObject({ outcome: 'in-conference', role: 'chair' });
  await expect.poll(async () => (await askNode(`calls/${guest.id}`)).outcome).toBe('in-conference');

  for (const protocol of ['rtmp', 'mssip', 'teams']) {
    const call = await askNode('calls', { alias, protocol, callerAlias: 'caller@example.com', pin: '#' });
    expect(
      call.policy.map(({ verdict }) => verdict),
      protocol,
    ).not.toContain('void');
    expect(call.policy[0]).toMatchObject({ verdict: 'used' });
  }
  const wrong = await askNode('calls', { alias, pin: '000000' });
  expect(wrong).toMatchObject({ outcome: 'awaiting-pin' });
});

test('questions that are no calls, and calls that are dialled out, get the very same service', async ({ request }) => {
  const { alias, pin } = await openMeeting(request);
  for (const trigger of ['options', 'subscribe', 'lrq']) {
    const probe = await askNode('calls', { alias, direction: 'non_dial', trigger });
    expect(verdicts(probe), trigger).toEqual(['service configuration used']);
  }
  await askNode('calls', { alias, pin });
  for (const protocol of ['sip', 'h323', 'rtmp']) {
    const out = await askNode('calls', {
      alias,
      direction: 'dial_out',
      protocol,
      callerAlias: `${protocol}:bo@example.com`,
    });
    expect(out.policy[0], protocol).toMatchObject({ verdict: 'used' });
    expect(out.contradictions, protocol).toEqual([]);
    expect(out.outcome, protocol).toBe('in-conference');
  }
});

test('an alias of ours that no meeting has is refused, and others are left to Infinity', async () => {
  const unknown = await askNode('calls', { alias: `meet-${'a'.repeat(26)}` });
  expect(unknown).toMatchObject({ outcome: 'refused' });
  expect(verdicts(unknown)).toEqual(['service configuration rejected']);
  const theirs = await askNode('calls', { alias: 'somebody@example.com' });
  expect(verdicts(theirs)).toEqual(['service configuration no-opinion']);
});

test('a device of ours registers with its credentials, finds whom it may call, and sees their pictures', async ({
  newPerson,
}) => {
  const { request: desk } = await newPerson({ signedIn: true });
  const device = {
    ...{
      kind: 'room',
      branch: 'Bergen',
      isListed: true,
      agentId: null,
      username: 'bryggen',
      password: 'a long secret',
    },
    ...{ alias: 'bryggen@harbourline.example', name: 'Bryggen meeting room', finds: 'all' },
  };
  const added = await desk.post('/api/devices', { data: device });
  expect(added.status()).toBe(201);
  const { id } = (await added.json()) as { id: string };
  const other = { ...device, alias: 'torget@harbourline.example', name: 'Torget front desk', username: '' };
  const second = await desk.post('/api/devices', { data: { ...other, password: undefined } });
  expect(second.status()).toBe(201);
  const { id: otherId } = (await second.json()) as { id: string };
  const image = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#2a6f77' } })
    .png()
    .toBuffer();
  const picture = await desk.put(`/api/devices/${otherId}/picture`, {
    headers: { 'Content-Type': 'image/png' },
    data: image,
  });
  expect(picture.ok()).toBe(true);

  const register = (alias: string, password: string, username = device.username) =>
    askNode('registrations', { alias, username, password });
  expect(await register(`sip:${device.alias}`, 'wrong')).toMatchObject({ outcome: 'refused' });
  const registered = await register(device.alias, device.password);
  expect(verdicts(registered)).toEqual(['registration used']);
  expect(registered.outcome).toBe('registered');
  // Not in our list: Infinity's own decides, and has no such device.
  expect(verdicts(await register('unknown@example.com', 'x'))).toEqual(['registration no-opinion']);

  await desk.post('/api/meetings', { data: { topic: 'Storm damage at Torget quay' } });
  const found = await askNode(`directory?alias=${encodeURIComponent(device.alias)}&q=torget`);
  expect(verdicts(found)).toEqual(['directory used']);
  const descriptions = found.entries?.map(({ description }) => description).join('; ');
  expect(descriptions).toContain('Torget front desk');
  expect(descriptions).toContain('Storm damage');

  for (const [width, height] of [
    [40, 40],
    [100, 57],
  ]) {
    const sizes = `width=${width}&height=${height}`;
    const drawn = await askNode(`avatar?alias=${other.alias}&registration_alias=${device.alias}&${sizes}`);
    expect(drawn.isPlaceholder, drawn.policy[0]?.detail ?? '').toBe(false);
  }
  const none = await askNode(`avatar?alias=${device.alias}&registration_alias=${device.alias}`);
  expect(none.isPlaceholder).toBe(true);
  expect(verdicts(none)).toEqual(['avatar no-opinion']);
  for (const each of [id, otherId]) expect((await desk.delete(`/api/devices/${each}`)).ok()).toBe(true);
});

test('an agent who joined by ticket is seen with their picture, and nobody who copies their name', async ({
  newPerson,
}) => {
  const { request: desk } = await newPerson({ signedIn: true });
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#2a6f77' } })
    .jpeg()
    .toBuffer();
  const headers = { 'Content-Type': 'image/jpeg' };
  expect((await desk.put('/api/agents/me/picture', { headers, data: image })).ok()).toBe(true);
  const { alias } = await openMeeting(desk);
  const joined = await desk.post(`/api/meetings/${alias}/join`, { data: { displayName: 'Ingrid Solberg' } });
  const ticket = (await joined.json()) as { node: string; pin: string; callTag: string };
  const enter = async (callTag: string) => {
    const token = await desk.post(`${ticket.node}/api/client/v2/conferences/${alias}/request_token`, {
      data: { display_name: 'Ingrid Solberg', call_tag: callTag },
      headers: { pin: ticket.pin },
    });
    const { result } = (await token.json()) as { result: { participant_uuid: string } };
    return askNode(`avatar?participant=${result.participant_uuid}&width=64&height=64`);
  };
  expect(await enter(ticket.callTag)).toMatchObject({ isPlaceholder: false });
  expect(await enter('')).toMatchObject({ isPlaceholder: true });
  expect((await desk.delete('/api/agents/me/picture')).ok()).toBe(true);
});

test('a media rule sends callers of a network to a location that exists, and no other can be named', async ({
  newPerson,
}) => {
  const page = await newPerson({ signedIn: true });
  const { alias, pin } = await openMeeting(page.request);
  const rule = { network: '198.51.100.0/24', location: 'Harbour', note: 'Branch in Bergen' };
  const unknown = await page.request.post('/api/media-rules', { data: { ...rule, location: 'Atlantis' } });
  expect(unknown.status()).toBe(422);
  const added = await page.request.post('/api/media-rules', { data: rule });
  expect(added.status()).toBe(201);
  const call = (remoteAddress: string) => askNode('calls', { alias, pin, remoteAddress });
  // The desk is answered before the node's questions go by the rule, which is told of a moment later.
  await expect.poll(async () => verdicts(await call('198.51.100.7'))).toContain('media location used');
  expect(verdicts(await call('203.0.113.7'))).toContain('media location no-opinion');
  const { id } = (await added.json()) as { id: string };
  expect((await page.request.delete(`/api/media-rules/${id}`)).ok()).toBe(true);
});
