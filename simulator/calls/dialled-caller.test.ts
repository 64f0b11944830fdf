import { describe, expect, test } from 'vitest';
import type { DialProtocol } from '../policy/caller';
import { dialBodySchema } from './dial-body';
import { toCaller } from './dialled-caller';

const node = { url: '', ip: '192.0.2.11', location: 'Harbour' };
const callerFor = (body: Record<string, unknown>, isRegistered = false) =>
  toCaller(dialBodySchema.parse(body), { node, isRegistered, address: '127.0.0.1', port: 40_000 });

describe('a dialled call as policy sees it', () => {
  test.each<[DialProtocol, string, string, string]>([
    ['sip', 'meet@example.com', 'sip:meet@example.com', 'invite'],
    ['sip', 'meet', 'sip:meet@192.0.2.11', 'invite'],
    ['sip', 'SIP:Meet@EXAMPLE.com:5060', 'SIP:Meet@EXAMPLE.com:5060', 'invite'],
    ['mssip', 'meet@example.com', 'sip:meet@example.com', 'invite'],
    ['h323', '65432@192.0.2.11:1720', '65432@192.0.2.11:1720', 'setup'],
    ['rtmp', 'meet', 'meet', 'unspecified'],
    ['teams', 'meet@example.com', 'meet@example.com', 'teams'],
  ])('%s dials %s as %s', (protocol, alias, localAlias, trigger) => {
    expect(callerFor({ protocol, alias })).toMatchObject({ protocol, localAlias, trigger, direction: 'dial_in' });
  });
  test('a SIP caller is a URI, others are as they call themselves', () => {
    expect(callerFor({ alias: 'a', callerAlias: 'alice@example.com' }).remoteAlias).toBe('sip:alice@example.com');
    expect(callerFor({ alias: 'a', callerAlias: '' }).remoteAlias).toBe('');
    const h323 = { alias: 'a', protocol: 'h323', callerAlias: 'h323:alice' };
    expect(callerFor(h323).remoteAlias).toBe('h323:alice');
  });
  test('a call out names its own side without a scheme', () => {
    expect(callerFor({ alias: 'meet', callerAlias: 'carol@example.net', direction: 'dial_out' })).toMatchObject({
      localAlias: 'meet',
      remoteAlias: 'sip:carol@example.net',
      trigger: 'unspecified',
    });
  });
  test('a registered H.323 device asks for admission', () => {
    expect(callerFor({ alias: 'a', protocol: 'h323' }, true)).toMatchObject({
      trigger: 'arq',
      details: { isRegistered: true },
    });
  });
  test('questions that are no calls have triggers of their own', () => {
    expect(callerFor({ alias: 'a', direction: 'non_dial' }).trigger).toBe('options');
    expect(callerFor({ alias: 'a', direction: 'non_dial', protocol: 'h323' }).trigger).toBe('lrq');
    expect(dialBodySchema.safeParse({ alias: 'a', trigger: 'options' }).success).toBe(false);
    expect(dialBodySchema.safeParse({ alias: 'a', trigger: 'invite', direction: 'non_dial' }).success).toBe(false);
  });
});
