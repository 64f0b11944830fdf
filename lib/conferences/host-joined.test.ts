import { expect, test } from 'vitest';
import { hostJoinedAt } from './host-joined';
import type { LegRow } from './leg';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const leg = (id: string, host: number | null, more: Partial<LegRow> = {}) =>
  ({
    ...{ id, conversationId: id, protocol: 'SIP', hasMedia: true, isStreaming: false, relatedIds: [] },
    ...{ hostJoinedAt: host === null ? null : at(host) },
    ...more,
  }) as LegRow;

test('a host was in from when the first of them was, whatever they are now', () => {
  expect(hostJoinedAt([leg('a', null), leg('b', 5, { role: 'guest' }), leg('c', 3)])).toEqual(at(3));
  expect(hostJoinedAt([leg('a', null, { role: 'host' })])).toBeNull();
});

test('a page without media, and a stream, are no host', () => {
  const control = { protocol: 'API', hasMedia: false };
  expect(hostJoinedAt([leg('page', 2, control), leg('stream', 1, { isStreaming: true })])).toBeNull();
  const browser = [leg('a', 2, { ...control, conversationId: 'ann' }), leg('b', 3, { conversationId: 'ann' })];
  expect(hostJoinedAt(browser)).toEqual(at(2));
});
