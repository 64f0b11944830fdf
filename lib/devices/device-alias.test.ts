import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviceAlias } from './device-alias';

it.each([
  'room7@example.com',
  'sip:room7@example.com',
  'SIPS:Room7@Example.COM',
  'sip:room7@example.com:5061',
  'sip:room7@example.com;transport=tls',
  'sip:room7@example.com:5061;transport=tls?subject=x',
  '"Room 7" <sip:room7@example.com;ob>;tag=1',
  'h323:room7@example.com',
  'sip:sip:room7@example.com',
  ' sip: sip:room7@example.com',
  '  room7@example.com\n',
])('%s is the device room7@example.com', (written) => {
  expect(deviceAlias(written)).toBe('room7@example.com');
});

it('a domain is part of the alias, and a plain name or number has none', () => {
  expect(deviceAlias('sip:room7@example.net')).toBe('room7@example.net');
  expect(deviceAlias('h323:room7')).toBe('room7');
  expect(deviceAlias('tel:+47123456')).toBe('+47123456');
});

it.each(['', '  ', 'sip:', ';transport=tls', 'Dana Scully', 'a\0b', 'a\ud800', 'a\ufffdb', 'x'.repeat(251)])(
  'nothing that a device could be called is left of %j',
  (written) => {
    expect(deviceAlias(written)).toBeNull();
  },
);

it('an alias is its own alias, whatever it was made from', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('sip:', 'h323:', '//', '@', ':', ':5060', ';', '<', '>', ' ', 'İ'),
      fc.string({ unit: 'binary' }),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const alias = deviceAlias(parts.join(''));
      if (alias !== null) expect(deviceAlias(alias)).toBe(alias);
    }),
    { numRuns: 1_000 },
  );
});
