import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { payloadOf, type Happening } from './happening';
import { factsOf } from './meeting-happenings';
import { messageDocs } from './message-docs';
import { MESSAGES } from './messages';
import { WEBHOOK_TYPES } from './webhook';

const at = new Date('2026-11-20T10:09:00.000Z');
const id = '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10';
const meeting = { alias: 'meet-1', serviceName: 'Call 1', topic: null, validFrom: at, validUntil: at };
const participant: Happening['participant'] = {
  ...{ id: 'c-1', displayName: 'Dana', role: 'guest' as const, isAgent: false },
  ...{ joinedAt: at, leftAt: at, awayMs: 0, reason: null, wronglyLeftAt: null },
};

function sent(type: Happening['type']): Record<string, unknown> {
  const isAboutSomebody = type.startsWith('participant') || type.startsWith('visitor');
  const happening = { type, key: 'k', at, meeting, ...(isAboutSomebody && { participant }) };
  const payload = payloadOf(happening, id, 'https://mayfly.example');
  return type === 'meeting.ended' ? { ...payload, facts: factsOf(null) } : payload;
}

describe('what is promised of messages', () => {
  it('is how long somebody was inside, not away', () => {
    const joinedAt = new Date(at.getTime() - 60_000);
    const wasAway = { type: 'participant.left' as const, key: 'k', at, meeting };
    const told = payloadOf(
      { ...wasAway, participant: { ...participant, joinedAt, awayMs: 20_000 } },
      id,
      'https://a.example',
    );
    expect(told.participant).toMatchObject({ durationMs: 40_000 });
  });

  it.each(WEBHOOK_TYPES)('is what %s holds, no more and no less', (type) => {
    expect(MESSAGES[type].parse(JSON.parse(JSON.stringify(sent(type))))).toEqual(sent(type));
  });

  it('is what is told of a call that was held', () => {
    const facts = factsOf({
      ...{ serviceName: 'Call 1', startedAt: at, endedAt: at, hasHost: false, isLocked: false },
      ...{ firstArrivedAt: at, firstJoinedAt: at, hostJoinedAt: at, answeredAt: at, lastLeftAt: at },
      ...{ people: 2, peak: 2, durationMs: 60_000n, endedBy: 'host', worstQuality: 2 },
    });
    expect(MESSAGES['meeting.ended'].shape.facts.parse(facts)).toEqual(facts);
  });

  it('is what docs/webhooks.md says', () => {
    expect(readFileSync('docs/webhooks.md', 'utf8')).toContain(messageDocs());
  });
});
