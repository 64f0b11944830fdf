import { expect, it } from 'vitest';
import { hashHostKey, isHostKey, newHostKey, newHostPin } from './host-secrets';

it('a host PIN is twelve digits, as Infinity takes it, leading zeros and all', () => {
  const pins = Array.from({ length: 500 }, newHostPin);
  for (const pin of pins) expect(pin).toMatch(/^\d{12}$/);
  expect(pins.some((pin) => pin.startsWith('0'))).toBe(true);
});

it('a host key opens its own meeting and no other', () => {
  const [key, other] = [newHostKey(), newHostKey()];
  expect(isHostKey(key, hashHostKey(key))).toBe(true);
  expect(isHostKey(other, hashHostKey(key))).toBe(false);
  expect(isHostKey('', hashHostKey(key))).toBe(false);
});
