import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { withdrawInvitation } from '@/lib/invitations/invitation-store';
import { storedInvitation, storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { answerPolicy } from './answer-policy';

beforeAll(testDatabase);

const Answer = z.object({ action: z.string().optional(), result: z.record(z.string(), z.unknown()).optional() });

function request(type: string, query: Record<string, string>, credentials?: string | null, method = 'GET') {
  const { username, password } = settings().policy;
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return {
    method,
    path: `/api/policy/policy/v1/${type}`,
    query: new URLSearchParams(query).toString(),
    authorization: credentials === undefined ? basic : credentials,
    address: '192.0.2.11',
    body: '',
  };
}

async function ask(type: string, query: Record<string, string>, credentials?: string | null, method = 'GET') {
  const response = await answerPolicy(request(type, query, credentials, method));
  return {
    status: response.status,
    headers: response.headers,
    ...Answer.parse(JSON.parse(response.body.toString() || '{}')),
  };
}

const askService = (localAlias: string) => ask('service/configuration', { local_alias: localAlias, protocol: 'api' });
const browser = { remote_alias: 'Dana', remote_address: '198.51.100.7', vendor: 'Chrome' };
const askParticipant = (serviceTag: string, callTag: string, caller = browser) =>
  ask('participant/properties', { service_tag: serviceTag, call_tag: callTag, ...caller });

describe('a node that asks about an alias', () => {
  it('is given the open meeting behind it, however it was dialled', async () => {
    const meeting = await storedMeeting();
    for (const dialled of [
      meeting.alias,
      `sip:${meeting.alias.toUpperCase()}@example.com`,
      `${meeting.alias}@192.0.2.1:1720`,
    ]) {
      const { action, result } = await askService(dialled);
      expect(action).toBe('continue');
      expect(result).toMatchObject({ name: meeting.serviceName, service_tag: meeting.id, pin: meeting.hostPin });
    }
  });

  it('is answered without a wait when it asks again about a meeting that is remembered', async () => {
    const { alias } = await storedMeeting();
    const isLater = async () => {
      await askService(alias);
      return answerPolicy(request('service/configuration', { local_alias: alias })) instanceof Promise;
    };
    // The settings, too, have to be known, and may just be read again.
    await expect.poll(isLater).toBe(false);
  });

  it('is told to reject once the meeting has ended or was cancelled, and before it opens', async () => {
    const hour = 60 * 60_000;
    const closed = [
      await storedMeeting({ validUntil: new Date() }),
      await storedMeeting({ cancelledAt: new Date() }),
      await storedMeeting({ validFrom: new Date(Date.now() + hour), validUntil: new Date(Date.now() + 2 * hour) }),
    ];
    for (const { alias } of closed) {
      const answer = await askService(alias);
      expect(answer).toMatchObject({ status: 200, action: 'reject' });
      expect(answer.result).toBeUndefined();
    }
  });

  it('is told to reject an unknown alias of ours, and left alone with all others', async () => {
    expect(await askService(`meet-${'a'.repeat(26)}`)).toMatchObject({ action: 'reject' });
    expect(await askService('meet-<script>')).toMatchObject({ action: 'reject' });
    expect(await askService('meet.alice')).toMatchObject({ action: 'continue' });
    expect(await askService('')).toMatchObject({ action: 'continue' });
  });
});

describe('a node that asks about a participant', () => {
  it('hears the name behind a ticket for both legs of a browser, and for nobody after that', async () => {
    const meeting = await storedMeeting();
    const ticket = await storedTicket(meeting.id, { role: 'host' });
    const expected = { remote_display_name: 'Dana', preauthenticated_role: 'chair' };
    expect((await askParticipant(meeting.id, ticket.id)).result).toEqual(expected);
    expect(
      (await askParticipant(meeting.id, ticket.id, { ...browser, remote_alias: 'Mallory' })).result,
    ).toBeUndefined();
    expect((await askParticipant(meeting.id, ticket.id)).result).toEqual(expected);
    expect((await askParticipant(meeting.id, ticket.id)).result).toBeUndefined();
  });

  it('hears a name only once when two callers bring the same fresh ticket at the same moment', async () => {
    const meeting = await storedMeeting();
    const ticket = await storedTicket(meeting.id);
    const callers = Array.from({ length: 8 }, (_, index) => ({ ...browser, remote_alias: `Caller ${index}` }));
    const answers = await Promise.all(callers.map((caller) => askParticipant(meeting.id, ticket.id, caller)));
    expect(answers.filter((answer) => answer.result)).toHaveLength(1);
  });

  it('is told to refuse whoever comes after the end, ticket or not', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    const ticket = await storedTicket(meeting.id, { role: 'host' });
    expect(await askParticipant(meeting.id, ticket.id)).toMatchObject({ status: 200, action: 'reject' });
  });

  it('is told to refuse a ticket whose invitation was withdrawn, in words, also for the second leg', async () => {
    const meeting = await storedMeeting();
    const { id: invitationId } = await storedInvitation(meeting.id);
    const [unused, used] = [
      await storedTicket(meeting.id, { invitationId }),
      await storedTicket(meeting.id, { invitationId }),
    ];
    const others = await storedTicket(meeting.id);
    expect((await askParticipant(meeting.id, used.id)).result).toEqual({ remote_display_name: 'Dana' });
    await withdrawInvitation(meeting, invitationId, { kind: 'host' }, new Date());
    for (const { id } of [unused, used]) {
      expect(await askParticipant(meeting.id, id)).toMatchObject({
        ...{ status: 200, action: 'reject' },
        result: { reject_reason: 'Your invitation was withdrawn. Ask whoever sent it for a new one.' },
      });
    }
    expect((await askParticipant(meeting.id, others.id)).result).toEqual({ remote_display_name: 'Dana' });
  });

  it('is told to refuse browsers without a ticket where guests need a personal link, and no telephones', async () => {
    const meeting = await storedMeeting({ isInvitationRequired: true });
    const askWithout = (protocol: string) =>
      ask('participant/properties', { service_tag: meeting.id, protocol, ...browser });
    expect(await askWithout('api')).toMatchObject({ action: 'reject' });
    expect(await askWithout('sip')).toMatchObject({ action: 'continue' });
  });

  it('hears nothing new about a caller without a ticket of ours', async () => {
    const meeting = await storedMeeting();
    for (const callTag of ['', 'their own tag', '00000000-0000-4000-8000-000000000000', "'; drop table ticket; --"]) {
      const answer = await askParticipant(meeting.id, callTag);
      expect(answer).toMatchObject({ status: 200, action: 'continue' });
      expect(answer.result).toBeUndefined();
    }
  });
});

describe('the policy server', () => {
  it('challenges whoever has no or wrong credentials', async () => {
    for (const credentials of [null, 'Basic d3Jvbmc6d3Jvbmc=', 'Bearer x']) {
      const answer = await answerPolicy({
        ...{ method: 'GET', path: '/api/policy/policy/v1/service/configuration', query: '' },
        ...{ authorization: credentials, address: '192.0.2.99', body: '' },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers['WWW-Authenticate']).toMatch(/^Basic /);
    }
  });

  it('refuses other methods and has no opinion on what it does not know', async () => {
    expect((await ask('service/configuration', {}, undefined, 'POST')).status).toBe(405);
    expect((await ask('participant/location', {})).status).toBe(404);
    expect((await ask('anything/else', {})).status).toBe(404);
  });

  it('answers untidy paths too, since nodes follow no redirect', async () => {
    const meeting = await storedMeeting();
    for (const type of ['/service/configuration', 'service/configuration/', '/service//configuration//']) {
      expect((await ask(type, { local_alias: meeting.alias })).result, type).toMatchObject({ service_tag: meeting.id });
    }
  });
});
