import { describe, expect, it } from 'vitest';
import { WEBHOOK_TYPES, type DeliveryView } from '@/lib/webhooks/webhook';
import { heardWords, hostWords, lastWords, replayedWords, stateWords, triesWords, typeWords } from './webhook-words';

const delivery = (changes: Partial<DeliveryView> = {}) =>
  ({ state: 'waiting', attempts: 0, lastStatus: null, lastProblem: null, latencyMs: null, ...changes }) as DeliveryView;

describe('words for webhooks', () => {
  it('say how a message stands', () => {
    expect(stateWords(delivery()).words).toBe('Waiting');
    expect(stateWords(delivery({ attempts: 2 })).words).toBe('Will be tried again');
    expect(stateWords(delivery({ state: 'delivered' }))).toEqual({ words: 'Delivered', tone: 'good' });
    expect(stateWords(delivery({ state: 'failed' }))).toEqual({ words: 'Failed', tone: 'bad' });
  });

  it('say how often it was tried and what came of it', () => {
    expect(triesWords(delivery())).toBe('Not tried yet');
    expect(triesWords(delivery({ attempts: 1 }))).toBe('1 try');
    expect(triesWords(delivery({ attempts: 1, lastStatus: 200, latencyMs: 45 }))).toBe('1 try, 200 in 45 ms');
    const failed = delivery({ attempts: 3, lastStatus: 503, lastProblem: 'It answered 503.', latencyMs: 1_240 });
    expect(triesWords(failed)).toBe('3 tries, the last took 1.2 s');
  });

  it('leave as it is what they do not know', () => {
    expect(typeWords('visitor.left-a-note')).toBe('visitor.left-a-note');
    expect(hostWords('not an address')).toBe('not an address');
    expect(hostWords('https://example.com:8443/hook?token=1')).toBe('example.com:8443');
  });

  it('say what a webhook hears of', () => {
    expect(heardWords(['meeting.created', 'visitor.waiting'])).toBe('meeting.created, visitor.waiting');
    expect(heardWords(WEBHOOK_TYPES)).toBe('Everything');
  });

  it('say what was sent again, and how the newest message went', () => {
    expect([0, 1, 1_200].map(replayedWords)).toEqual([
      'Nothing is left to send again.',
      'The message is sent again.',
      '1,200 messages are sent again.',
    ]);
    expect(lastWords(null)).toBe('Nothing sent yet');
    expect(lastWords({ state: 'failed', at: '2026-11-20T10:00:00.000Z' })).toBe('Last message failed');
  });
});
