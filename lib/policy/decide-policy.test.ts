import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { meetingState } from '@/lib/meetings/meeting';
import { callersOf, meaning, questionIn } from '@/lib/testing/arbitrary-question';
import { encodePairs, type QueryPair } from '@/lib/testing/arbitrary-query';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { complaint, type AskedFor } from '@/lib/testing/infinity-accepts';
import { policyWorld, WORLD_NOW } from '@/lib/testing/policy-world';
import { sourcesInMemory } from '@/lib/testing/sources-in-memory';
import { decidePolicy } from './decide-policy';
import { isOlder, withoutLaterViews } from './early-views';
import type { Envelope } from './policy-answer';
import { readQuestion, type PolicyQuestion } from './policy-question';
import { writeAnswer } from './policy-response';
import type { PolicySources } from './policy-sources';

// Whatever there is, and whatever is asked: what holds of every answer. No database, no network, no clock.

// Rows from before a rule are reported as they are met, and here most rows are such.
afterEach(() => void takeConsoleErrors());

async function ask(path: string, query: string, sources: PolicySources) {
  const question = readQuestion(path, query);
  const answer = await decidePolicy(question, sources, WORLD_NOW);
  const wire = writeAnswer(answer, 'd_1');
  const { content } = answer;
  const { action, result }: Envelope = content.kind === 'envelope' ? content.envelope : {};
  return { question, answer, wire, action, result: result as Record<string, unknown> | undefined };
}

/** A picture is never larger than a roster draws it. */
function askedFor(question: PolicyQuestion): AskedFor {
  if (question.request === 'directory') return { limit: question.limit };
  if (question.request !== 'avatar') return {};
  return { width: Math.min(question.width, 1_000), height: Math.min(question.height, 1_000) };
}

it('every answer to anything that is asked is one that Infinity accepts', async () => {
  const scene = policyWorld.chain((world) =>
    fc.tuple(fc.constant(world), fc.array(questionIn(world), { maxLength: 5 })),
  );
  const run = fc.asyncProperty(scene, async ([world, questions]) => {
    const sources = sourcesInMemory(world);
    for (const { path, sensible, strange, isStrangeFirst, isRaw, tail } of questions) {
      const pairs = isStrangeFirst ? [...strange, ...sensible] : [...sensible, ...strange];
      const { question, wire } = await ask(path, `${encodePairs(pairs, isRaw)}&${tail}`, sources);
      expect([200, 404]).toContain(wire.status);
      if (question.request === 'unknown') continue;
      const type = wire.headers['Content-Type'] ?? null;
      expect(complaint(question.request, wire.status, type, wire.body, askedFor(question))).toBeNull();
    }
  });
  await fc.assert(run, { numRuns: 300 });
}, 60_000);

/** All that must be the same for every caller (policy-api.md §4). */
const MAY_DIFFER = /^max_callrate_(in|out)$|_identity_provider_group$/;
const sameForAll = (result: object = {}) =>
  Object.fromEntries(Object.entries(result).filter(([field]) => !MAY_DIFFER.test(field)));

/** It is never told of a layout that would make it drop the whole answer. */
const isFromOlderNode = (caller: QueryPair[]) => caller.some(([key, value]) => key === 'version_id' && isOlder(value));

it('an open meeting is one and the same to whoever asks, once somebody has called', async () => {
  const run = fc.asyncProperty(
    callersOf((state) => state === 'open'),
    async ({ world, meeting, callers }) => {
      const sources = sourcesInMemory(world);
      const call: QueryPair[] = [
        ['call_direction', 'dial_in'],
        ['trigger', 'web'],
      ];
      const first = await ask('service/configuration', meaning(meeting, callers[0]!, call), sources);
      expect(first.result).toMatchObject({ service_tag: meeting.id, pin: meeting.hostPin });
      for (const caller of callers) {
        const { result } = await ask('service/configuration', meaning(meeting, caller), sources);
        const seen = [callers[0]!, caller].some(isFromOlderNode) ? withoutLaterViews : (told: object) => told;
        expect(seen(sameForAll(result))).toEqual(seen(sameForAll(first.result)));
        if (isFromOlderNode(caller)) expect(result).toEqual(withoutLaterViews(result!));
      }
    },
  );
  await fc.assert(run, { numRuns: 250 });
});

it('a meeting that is not open admits nobody, and one that is over sends everybody away', async () => {
  const run = fc.asyncProperty(
    callersOf((state) => state !== 'open'),
    async ({ world, meeting, callers }) => {
      const sources = sourcesInMemory(world);
      for (const caller of callers) {
        const { action, result } = await ask('service/configuration', meaning(meeting, caller), sources);
        expect([action, result]).toEqual(['reject', undefined]);
        if (meetingState(meeting, WORLD_NOW) === 'scheduled') continue;
        expect(await ask('participant/properties', meaning(meeting, caller), sources)).toMatchObject({
          action: 'reject',
        });
      }
    },
  );
  await fc.assert(run, { numRuns: 250 });
});

it('nobody is less for having brought a ticket: it makes a host, or says nothing of roles', async () => {
  const run = fc.asyncProperty(
    callersOf((state) => state === 'open'),
    async ({ world, meeting, callers }) => {
      const sources = sourcesInMemory(world);
      for (const caller of callers) {
        const { answer, result } = await ask('participant/properties', meaning(meeting, caller), sources);
        const ticket = world.tickets.find(({ id }) =>
          caller.some(([key, value]) => key === 'call_tag' && value === id),
        );
        const isHosts = answer.outcome === 'honour' && ticket?.role === 'host';
        if (answer.outcome === 'honour') expect(ticket?.meetingId).toBe(meeting.id);
        expect(result?.preauthenticated_role).toBe(isHosts ? 'chair' : undefined);
      }
    },
  );
  await fc.assert(run, { numRuns: 250 });
});
