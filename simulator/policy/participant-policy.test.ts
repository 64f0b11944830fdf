import { describe, expect, test } from 'vitest';
import { readPropertiesAnswer } from './participant-policy';

const read = (action: string | undefined, result: unknown) =>
  readPropertiesAnswer({ action, result, ignoreLocal: undefined });

describe('the answer about a participant', () => {
  test('overrides what it names, and nothing by null', () => {
    expect(read('continue', { preauthenticated_role: null, remote_display_name: 'Visitor 3' })).toEqual({
      verdict: 'used',
      value: { displayName: 'Visitor 3' },
    });
    expect(read('continue', { preauthenticated_role: 'chair', remote_alias: 'agent-7', bypass_lock: true })).toEqual({
      verdict: 'used',
      value: { role: 'chair', remoteAlias: 'agent-7', bypassesLock: true },
    });
  });
  test('rejects with the reason that people are shown, if there is one', () => {
    expect(read('reject', { reject_reason: 'Staff only' })).toEqual({ verdict: 'rejected', reason: 'Staff only' });
    expect(read('reject', undefined)).toEqual({ verdict: 'rejected', reason: null });
  });
  test.each<[Record<string, unknown>, string]>([
    [{ preauthenticated_role: 'host' }, 'preauthenticated_role'],
    [{ rx_presentation_policy: 'allow' }, 'rx_presentation_policy'],
    [{ bypass_lock: 'True' }, 'bypass_lock'],
    [{ remote_display_name: 'x'.repeat(251) }, 'remote_display_name'],
    [{ send_to_audio_mixes: [{ mix_name: 'a.b.c.d', prominent: false }] }, 'send_to_audio_mixes.0.mix_name'],
    [{ spotlight: 1.5 }, 'spotlight'],
  ])('is void with %j', (result, field) => {
    expect(read('continue', { remote_alias: 'kept out', ...result })).toEqual({
      verdict: 'void',
      field: expect.stringContaining(`Field=${field} `),
    });
  });
  test.each([undefined, null, {}])('changes nothing without a result: %s', (result) => {
    expect(read('continue', result)).toEqual({ verdict: 'no-opinion' });
  });
});
