import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadInfinityApi } from './testing/load-infinity-api';
import { configuration, startPolicyServer } from './testing/policy-server';
import { startForTest } from './testing/start';

// Pexip's own request functions: each checks the node's reply against Pexip's schema, and throws when it does not fit.

const API = await loadInfinityApi();

let policy: Awaited<ReturnType<typeof startPolicyServer>>;
let simulator: Awaited<ReturnType<typeof startForTest>>;
let host: Member;
let guest: Member;

const params = { conferenceAlias: 'room 12' };

async function join(displayName: string, pin: string) {
  const fetcher: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, pin } });
  const body = { display_name: displayName, supports_direct_chat: true };
  const reply = await API.requestToken({ fetcher, params, body, host: simulator.node });
  if (reply.status !== 200) throw new Error(`refused with ${reply.status}`);
  const { token, participant_uuid: participantUuid } = reply.data.result;
  const own = { fetcher: API.withToken(fetch, token), host: simulator.node };
  return { own, participantUuid };
}
type Member = Awaited<ReturnType<typeof join>>;

beforeAll(async () => {
  policy = await startPolicyServer(({ path }) =>
    path.endsWith('/service/configuration')
      ? configuration({
          service_type: 'conference',
          name: 'Room 12',
          service_tag: 't',
          allow_guests: true,
          pin: '1234',
        })
      : { status: 404 },
  );
  simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url });
  host = await join('Host', '1234');
  guest = await join('Guest', 'none');
});
afterAll(async () => {
  await simulator.stop();
  await policy.stop();
});

const status = async (reply: Promise<{ status: number }>) => (await reply).status;

describe('requests about the conference', () => {
  const requests = [
    'conferenceStatus',
    'lock',
    'unlock',
    'startConference',
    'muteguests',
    'unmuteguests',
    'clearAllBuzz',
    'participants',
    'theme',
    'layoutSvgs',
  ] as const;
  test.each(requests)('%s', async (request) => {
    expect(await status(API[request]({ ...host.own, params }))).toBe(request === 'theme' ? 204 : 200);
  });
  test('with a body', async () => {
    const message = { type: 'text/plain', payload: 'hi' } as const;
    expect(await status(API.messageConference({ ...host.own, params, body: message }))).toBe(200);
    expect(await status(API.setGuestsCanUnmute({ ...host.own, params, body: { setting: true } }))).toBe(200);
    const body = { transforms: { layout: '4:0' } };
    expect(await status(API.transformLayout({ ...host.own, params, body }))).toBe(200);
    const layouts = { ...params, annotate: false };
    expect(await status(API.availableLayouts({ ...host.own, params: layouts }))).toBe(200);
  });
});

describe('requests about a participant', () => {
  const requests = [
    'muteParticipant',
    'unmuteParticipant',
    'clientMuteParticipant',
    'clientUnmuteParticipant',
    'videoMuteParticipant',
    'videoUnmuteParticipant',
    'allowrxpresentationParticipant',
    'denyrxpresentationParticipant',
    'spotlightonParticipant',
    'spotlightoffParticipant',
    'unlockParticipant',
    'buzzParticipant',
    'clearbuzzParticipant',
    'notifyNotAFK',
  ] as const;
  const forGuest = () => ({ ...params, participantUuid: guest.participantUuid });
  test.each(requests)('%s', async (request) => {
    expect(await status(API[request]({ ...host.own, params: forGuest() }))).toBe(200);
  });
  test.each(['takeFloor', 'releaseFloor', 'hideLiveCaptions'] as const)('%s', async (request) => {
    expect(await status(API[request]({ ...guest.own, params: forGuest() }))).toBe(200);
  });
  test('with a body', async () => {
    const about = { ...host.own, params: forGuest() };
    const message = { type: 'text/plain', payload: 'hi' } as const;
    expect(await status(API.messageParticipant({ ...about, body: message }))).toBe(200);
    expect(await status(API.overlaytextParticipant({ ...about, body: { text: 'Gus' } }))).toBe(200);
    expect(await status(API.presInMixParticipant({ ...about, body: { state: true } }))).toBe(200);
    expect(await status(API.preferredAspectRatio({ ...about, body: { aspect_ratio: 1.78 } }))).toBe(200);
    expect(await status(API.roleParticipant({ ...about, body: { role: 'chair' } }))).toBe(200);
    expect(await status(API.roleParticipant({ ...about, body: { role: 'guest' } }))).toBe(200);
  });
  test('that are refused are refused in a form the schema knows', async () => {
    const aboutHost = { ...params, participantUuid: host.participantUuid };
    expect(await status(API.muteParticipant({ ...guest.own, params: aboutHost }))).toBe(403);
    expect(await status(API.avatarJpgParticipant({ ...host.own, params: aboutHost }))).toBe(404);
  });
});

describe('requests about a call', () => {
  const call = () => ({ ...params, participantUuid: guest.participantUuid, callUuid: 'undefined' });
  test('that there is not', async () => {
    const candidate = { candidate: '', mid: '0' };
    expect(await status(API.newCandidate({ ...guest.own, params: call(), body: candidate }))).toBe(200);
    expect(await status(API.ack({ ...guest.own, params: call(), body: {} }))).toBe(200);
    expect(await status(API.statistics({ ...guest.own, params: call(), body: {} }))).toBe(200);
    expect(await status(API.update({ ...guest.own, params: call(), body: { sdp: 'v=0' } }))).toBe(403);
    expect(await status(API.disconnectCall({ ...guest.own, params: call() }))).toBe(200);
  });
});

test('steps, refusals and tokens', async () => {
  const body = { display_name: 'Dana' };
  const anonymous = { fetcher: fetch, host: simulator.node, params, body };
  expect(await status(API.requestToken(anonymous))).toBe(403);
  const refreshed = await API.refreshToken({ ...guest.own, params });
  expect(refreshed.status).toBe(200);
  expect(await status(API.releaseToken({ ...guest.own, params, body: { reason: 'User initiated disconnect' } }))).toBe(
    200,
  );
  const stranger = { fetcher: API.withToken(fetch, 'stale'), host: simulator.node, params };
  expect(await status(API.refreshToken(stranger))).toBe(403);
  expect(await status(API.disconnect({ ...host.own, params }))).toBe(200);
});
