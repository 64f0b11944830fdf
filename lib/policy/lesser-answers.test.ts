import { expect, it } from 'vitest';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { WORLD_NOW, type PolicyWorld } from '@/lib/testing/policy-world';
import { sourcesInMemory } from '@/lib/testing/sources-in-memory';
import { decidePolicy } from './decide-policy';
import type { PolicyTicket } from './decide-participant';
import { readQuestion } from './policy-question';

// Rows with something in them that would void an answer: the answer does without it, and says so.

const NOTHING: PolicyWorld = {
  ...{ meetings: [], tickets: [], settings: [{ everywhere: {}, locations: [] }], rules: [], devices: [] },
  ...{ policy: { requiresTickets: false, otherDevices: 'own-list' }, hasOlderNodes: false },
};

async function ask(path: string, query: Record<string, string>, world: Partial<PolicyWorld>) {
  const question = readQuestion(path, new URLSearchParams(query).toString());
  const { reason, content } = await decidePolicy(question, sourcesInMemory({ ...NOTHING, ...world }), WORLD_NOW);
  return { reason, result: content.kind === 'envelope' ? content.envelope.result : null };
}

const rule = (id: string, location: string, overflow: string[]) => ({
  ...{ id, askingLocation: '', network: '', protocol: '', note: '' },
  ...{ location, overflow },
});

it('a bad name among overflow locations costs that one alone, and the error is logged once', async () => {
  const rules = [rule('7', 'Oslo', ['Ber\ngen', 'Harbour', ''])];
  for (let count = 0; count < 3; count += 1) {
    expect(await ask('participant/location', {}, { rules })).toEqual({
      reason: 'rule for any network, without the overflow that Infinity would not accept',
      result: { location: 'Oslo', overflow_locations: ['Harbour'] },
    });
  }
  expect(takeConsoleErrors()).toEqual([['media rule 7: not every overflow location is a name']]);
});

it('a rule whose location is no name is no opinion, and an error', async () => {
  const asked = await ask('participant/location', {}, { rules: [rule('8', 'Os\0lo', ['Bergen'])] });
  expect(asked).toEqual({ reason: 'the rule for any network has a name that Infinity would not accept', result: null });
  expect(takeConsoleErrors()).toHaveLength(1);
});

it.each([
  ['Da\nna', { remote_display_name: 'Dana' }, 'ticket of a guest, without what no name may have in theirs'],
  ['\u202e\0', {}, 'ticket of a guest, without their name: nothing of it can be shown'],
  ['Dana', { remote_display_name: 'Dana' }, 'ticket of a guest'],
])('a ticket of %j names who can be named', async (displayName, result, reason) => {
  const meeting = policyMeeting();
  const ticket: PolicyTicket = {
    ...{ id: '0b1f0e1c-3a52-4c0b-9c43-0c9f2d6a8b11', meetingId: meeting.id, displayName, role: 'guest', agentId: null },
    ...{ expiresAt: meeting.validUntil, usedAt: null, usedBy: null, uses: 0, withdrawnAt: null },
  };
  const asked = await ask(
    'participant/properties',
    { service_tag: meeting.id, call_tag: ticket.id },
    { meetings: [meeting], tickets: [ticket] },
  );
  expect(asked).toEqual({ reason, result });
});

it('a meeting is configured without a setting that Infinity would not accept, and the reason says which', async () => {
  const meeting = policyMeeting();
  const everywhere = { theme: 'x'.repeat(251), hostSignIn: 'y'.repeat(251), showsNames: true };
  const world = { meetings: [meeting], settings: [{ everywhere, locations: [] }] };
  const asked = await ask('service/configuration', { local_alias: meeting.alias, call_direction: 'dial_in' }, world);
  expect(asked.reason).toBe(
    'meeting is open, without what Infinity would not accept: ivr_theme_name, host_identity_provider_group',
  );
  expect(asked.result).toMatchObject({ service_tag: meeting.id, enable_overlay_text: true });
  expect(asked.result).not.toHaveProperty('ivr_theme_name');
  expect(takeConsoleErrors()).toHaveLength(1);
});
