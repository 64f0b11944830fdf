import { describe, expect, it } from 'vitest';
import { dialledAlias, isOurs, isWellFormed, newAlias } from './alias';

describe('a new alias', () => {
  it('carries the prefix and at least 128 random bits, and never comes twice', () => {
    const aliases = Array.from({ length: 1_000 }, () => newAlias('meet-'));
    expect(new Set(aliases).size).toBe(1_000);
    for (const alias of aliases) expect(alias).toMatch(/^meet-[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('survives every way of dialling it', () => {
    const alias = newAlias('meet-');
    const dialled = [
      alias,
      alias.toUpperCase(),
      `sip:${alias}`,
      `SIP:${alias}@video.example.com`,
      `sips:${alias}@video.example.com:5061;transport=tls`,
      `${alias}@video.example.com`,
      `h323:${alias}@192.0.2.11:1720`,
      `${alias}:1720`,
      ` ${alias} `,
      `<sip:${alias}@example.com>`,
      `"A caller" <sip:${alias}@example.com>;tag=1`,
      `sip://${alias}@example.com`,
      `sip:sip:${alias}`,
      `sip:${alias.replace('-', '%2D')}@example.com`,
      `sip:%6d%65${alias.slice(2)}@example.com:5060`,
      `192.0.2.11##${alias}`,
      `h323:example.com##${alias}@example.com`,
      `${alias}@%zz`,
      `sip:${alias}%00@example.com`,
      `rtmp://stream.example.com/${alias}`,
      `RTMPS://stream.example.com:443/app/${alias.toUpperCase()}`,
      `rtmp://stream.example.com/app/${alias}/?token=1`,
      `rtmp%3A%2F%2Fstream.example.com%2F${alias}`,
      `rtmp://${alias}@stream.example.com`,
      `teams:${alias}@example.com`,
      `sip:teams:${alias}@example.com:5061`,
      `sip:${alias.replace('-', '%252D')}@example.com`,
      `${alias}.`,
      `${alias}/`,
      `sip:${alias}@example.com.`,
      `${alias}.:1720`,
    ];
    for (const text of dialled) expect(dialledAlias(text), text).toBe(alias);
  });
});

describe('what was dialled', () => {
  it.each(['', '   ', 'sip:', 'sip:@example.com', '/', 'rtmp://', 'teams:', 'x'.repeat(513)])(
    'names no alias when it is %j',
    (text) => {
      expect(dialledAlias(text)).toBeNull();
    },
  );

  it('is ours by its prefix alone, so that Infinity keeps its own aliases', () => {
    expect(isOurs('meet-', 'meet-')).toBe(true);
    expect(isOurs('meet.alice', 'meet-')).toBe(false);
  });

  it.each(['meet-', 'meet-abc', `meet-${'a'.repeat(27)}`, `meet-${'u'.repeat(26)}`, `room-${'a'.repeat(26)}`])(
    'is not worth a look-up when it is %j',
    (alias) => expect(isWellFormed(alias, 'meet-')).toBe(false),
  );
});
