import { expect, it } from 'vitest';
import { addressKey } from './rate-limit';

it('an IPv4 address counts by itself, also where Node writes it as IPv6', () => {
  expect(addressKey('198.51.100.7')).toBe('198.51.100.7');
  expect(addressKey('::ffff:198.51.100.7')).toBe('198.51.100.7');
});

it('addresses of one IPv6 customer count together, and of two apart', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(addressKey('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(addressKey('2001:db8:1:3::9')).toBe('2001:db8:1:3::/64');
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
});
