import { expect, test } from 'vitest';
import { plainDetails, type DialledCaller } from '../policy/caller';
import { aService } from '../testing/builders';
import { DialledCalls } from './dialled-calls';

const caller: DialledCaller = {
  node: { url: '', ip: '192.0.2.11', location: 'Harbour' },
  protocol: 'sip',
  trigger: 'invite',
  direction: 'dial_in',
  localAlias: 'sip:room@example.com',
  remoteAlias: 'sip:alice@example.com',
  displayName: 'Alice',
  callTag: '',
  remoteAddress: '198.51.100.5',
  remotePort: 5060,
  vendor: '',
  supportsDirectMedia: false,
  details: plainDetails,
};

test('a PIN prompt that nobody answers ends the call, and not before its time', () => {
  const calls = new DialledCalls();
  const call = calls.open(caller, { isAudioOnly: false, isStreaming: false });
  call.stage = { type: 'awaiting-pin', service: aService(), overrides: {}, attemptsLeft: 3, until: 1000 };
  calls.sweep(999);
  expect(call.stage.type).toBe('awaiting-pin');
  calls.sweep(1000);
  expect(call.stage).toMatchObject({ type: 'over', outcome: 'ended', reason: 'PIN entry timeout' });
});

test('how a call ended first is how it ended', () => {
  const calls = new DialledCalls();
  const call = calls.open(caller, { isAudioOnly: false, isStreaming: false });
  calls.left(call.id, 'Disconnected by an administrator');
  calls.finish(call, 'ended', 'Call disconnected');
  expect(call.stage).toMatchObject({ reason: 'Disconnected by an administrator' });
});

test('what became of a call can be asked for an hour', () => {
  const calls = new DialledCalls();
  const call = calls.open(caller, { isAudioOnly: false, isStreaming: false });
  calls.finish(call, 'refused', 'Neither conference nor gateway found', 0);
  calls.sweep(60 * 60 * 1000 - 1);
  expect(calls.get(call.id)).toBe(call);
  calls.sweep(60 * 60 * 1000);
  expect(calls.get(call.id)).toBeUndefined();
});
