import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalNetwork, contains, parseAddress, parseNetwork } from './network';

describe('a network has one spelling', () => {
  test.each([
    ['198.51.100.7/24', '198.51.100.0/24'],
    ['198.51.100.7', '198.51.100.7/32'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['2001:DB8:0:0::7/32', '2001:db8::/32'],
    ['2001:db8::7', '2001:db8::7/128'],
    ['::/0', '::/0'],
    ['::ffff:198.51.100.7/120', '198.51.100.0/24'],
    ['::ffff:c633:6407', '198.51.100.7/32'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
  ])('%s is %s', (written, canonical) => {
    expect(canonicalNetwork(written)).toBe(canonical);
  });

  test('whatever has one keeps it, and covers what it covered', () => {
    fc.assert(
      fc.property(addressText(), fc.nat(128), addressText(), (base, bits, caller) => {
        const written = `${base}/${bits}`;
        const canonical = canonicalNetwork(written);
        if (canonical === null) return;
        expect(canonicalNetwork(canonical)).toBe(canonical);
        const address = parseAddress(caller)!;
        expect(contains(parseNetwork(canonical)!, address)).toBe(contains(parseNetwork(written)!, address));
        expect(contains(parseNetwork(canonical)!, parseAddress(base)!)).toBe(true);
      }),
    );
  });

  test.each([
    ...['', 'any', 'office.example', '198.51.100', '198.51.100.0/33', '198.51.100.0/024', '198.51.100.0/', '/24'],
    ...['198.51.100.256', '010.0.0.1', '0x7f.0.0.1', '127.1', '2130706433', '198.51.100.0/24/24', '198.51.100.0 /24'],
    ...[
      '2001:db8::/129',
      '2001:db8::g',
      '[2001:db8::]/32',
      'fe80::1%eth0/64',
      '::ffff:198.51.100.0/95',
      '1:2:3',
      '٣.1.1.1',
    ],
  ])('%s is none', (text) => {
    expect(canonicalNetwork(text)).toBeNull();
  });
});

describe('an address', () => {
  test('of IPv4 is the same when it is written as IPv6', () => {
    expect(parseAddress('::ffff:198.51.100.7')).toEqual(parseAddress('198.51.100.7'));
  });

  test.each(['', 'host.example', '198.51.100.7:5060', '[2001:db8::1]', '[2001:db8::1]:5060', '198.51.100.0/24', ' '])(
    'is not %s',
    (text) => expect(parseAddress(text)).toBeNull(),
  );

  test('is in a network when its leading bits are, by plain arithmetic on all of them', () => {
    fc.assert(
      fc.property(addressText(), fc.nat(128), addressText(), (base, bits, caller) => {
        const range = parseNetwork(`${base}/${bits}`);
        if (!range) return;
        const [from, to] = [bitsOf(base), bitsOf(caller)];
        const isWithin = from.length === to.length && from.slice(0, bits) === to.slice(0, bits);
        expect(contains(range, parseAddress(caller)!)).toBe(isWithin);
      }),
    );
  });
});

/** Addresses that are often near each other: half of them differ from a fixed one only in a few bits. */
function addressText() {
  const near = fc.nat(1023);
  return fc.oneof(
    fc.ipV4(),
    near.map((bits) => `198.51.${100 + (bits >> 8)}.${bits & 255}`),
    near.map((bits) => `2001:db8::${bits.toString(16)}`),
    fc
      .array(fc.nat(0xffff), { minLength: 8, maxLength: 8 })
      .map((words) => words.map((word) => word.toString(16)).join(':')),
  );
}

/** Reads the spellings that `addressText` gives, without the code under test. */
function bitsOf(text: string): string {
  const binary = (numbers: number[], width: number) =>
    numbers.map((number) => number.toString(2).padStart(width, '0')).join('');
  if (!text.includes(':')) return binary(text.split('.').map(Number), 8);
  const [head, tail] = text.split('::').map((part) => part.split(':').map((word) => Number.parseInt(word, 16)));
  const missing = tail ? new Array<number>(8 - head!.length - tail.length).fill(0) : [];
  return binary([...head!, ...missing, ...(tail ?? [])], 16);
}
