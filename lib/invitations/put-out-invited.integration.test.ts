import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runJobs } from '@/lib/jobs/run-jobs';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedInvitation, storedMeeting, storedTicket } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { withdrawInvitation } from './invitation-store';
import { putOutInvited } from './put-out-invited';

let management: TestManagementNode;
const PARTICIPANTS = 'status/v1/participant';
const DISCONNECT = 'command/v1/participant/disconnect/';

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(async () => {
  await management.close();
  await disconnectDatabase();
});
beforeEach(() => {
  management.lists.set(PARTICIPANTS, []);
  management.asked.length = management.sent.length = 0;
  management.refuse = () => null;
  management.ignoresFilters = false;
});

const listedIds = () => management.lists.get(PARTICIPANTS)!.map(({ id }) => id);

/** A leg as the status API lists it. */
function live(id: string, service_tag: string, call_tag: string, conversation_id = id): void {
  management.lists.get(PARTICIPANTS)!.push({ id, service_tag, call_tag, conversation_id, conference: 'Call' });
}

/** A meeting with an invitation by which somebody came in. */
async function visited(changes: Parameters<typeof storedMeeting>[0] = {}) {
  const meeting = await storedMeeting(changes);
  const { id: invitationId } = await storedInvitation(meeting.id);
  const ticket = await storedTicket(meeting.id, { invitationId, usedAt: new Date(), uses: 1 });
  return { meeting, invitationId, callTag: ticket.id };
}

const WITHIN = { timeout: 20_000, interval: 100 };

describe('who came in by a withdrawn invitation', () => {
  it('is put out with all their legs, in breakout rooms too, and nobody else is', async () => {
    const { meeting, invitationId, callTag } = await visited();
    live('control', meeting.id, callTag, 'dana');
    live('media', meeting.id, '', 'dana');
    live('other', meeting.id, 'another tag');
    await putOutInvited(invitationId);
    expect(listedIds()).toEqual(['other']);
    expect(management.sent.map(({ path, body }) => [path, body.participant_id])).toEqual([
      [DISCONNECT, 'control'],
      [DISCONNECT, 'media'],
    ]);
  });

  it('is put out beside a leg of somebody else that is listed without an id, and not said to be so without one', async () => {
    management.ignoresFilters = true;
    const { meeting, invitationId, callTag } = await visited();
    live('control', meeting.id, callTag, 'dana');
    management.lists.get(PARTICIPANTS)!.push({ id: null, service_tag: 'theirs' });
    await putOutInvited(invitationId);
    expect(listedIds()).toEqual([null]);
    management.lists.get(PARTICIPANTS)!.push({ id: null, service_tag: meeting.id, call_tag: callTag });
    await expect(putOutInvited(invitationId)).rejects.toThrow('still listed');
  });

  it('is put out by the job of the withdrawal, once by two instances', async () => {
    const { meeting, invitationId, callTag } = await visited();
    live('control', meeting.id, callTag);
    const instances = [await runJobs(), await runJobs()];
    await withdrawInvitation(meeting, invitationId, { kind: 'host' }, new Date());
    await vi.waitFor(() => expect(listedIds()).toEqual([]), WITHIN);
    expect(management.sent).toHaveLength(1);
    await Promise.all(instances.map((instance) => instance.stop()));
  });

  it('is not taken for another where a filter is left out or a tag was copied into another meeting', async () => {
    const { invitationId, callTag } = await visited();
    management.ignoresFilters = true;
    live('elsewhere', 'another meeting', callTag);
    await putOutInvited(invitationId);
    expect(management.sent).toEqual([]);
  });

  it('is a failure of the job while they are still listed', async () => {
    const { meeting, invitationId, callTag } = await visited();
    live('control', meeting.id, callTag);
    management.refuse = (path) => (path === DISCONNECT ? 202 : null);
    await expect(putOutInvited(invitationId)).rejects.toThrow('still listed');
  });

  it('may have gone between the question and the command', async () => {
    const { meeting, invitationId, callTag } = await visited();
    live('control', meeting.id, callTag);
    management.refuse = (path) => {
      if (path === DISCONNECT) management.lists.set(PARTICIPANTS, []);
      return null;
    };
    await putOutInvited(invitationId);
    expect(management.sent).toHaveLength(1);
  });
});

describe('the Management Node is not asked', () => {
  it('about an invitation that nobody used, or a meeting that is over', async () => {
    const meeting = await storedMeeting();
    const { id } = await storedInvitation(meeting.id);
    await storedTicket(meeting.id, { invitationId: id });
    await putOutInvited(id);
    await putOutInvited((await visited({ validUntil: new Date() })).invitationId);
    expect(management.asked).toEqual([]);
  });

  it('about an invitation whose meeting was deleted meanwhile', async () => {
    const { meeting, invitationId } = await visited();
    await database().meeting.delete({ where: { id: meeting.id } });
    await putOutInvited(invitationId);
    expect(management.asked).toEqual([]);
  });
});
