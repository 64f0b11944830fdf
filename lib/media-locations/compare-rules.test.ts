import { expect, test } from 'vitest';
import { compareRules, fingerprintOf } from './compare-rules';

const rule = (network: string, location = 'Oslo') => ({
  ...{ askingLocation: '', network, protocol: '', location, overflow: [], note: '' },
});
const before = [rule('10.0.0.0/8'), rule('192.0.2.0/24'), rule('198.51.100.0/24')];

test('each rule counts once: new, changed, as before or gone', () => {
  const after = [rule('203.0.113.0/24'), rule('10.0.0.0/8'), rule('192.0.2.0/24', 'London')];
  expect(compareRules(before, after)).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 1 });
});

test('the fingerprint is that of the content, in any order', () => {
  expect(fingerprintOf(before.toReversed())).toBe(fingerprintOf(before));
  expect(fingerprintOf(before.slice(1))).not.toBe(fingerprintOf(before));
  expect(fingerprintOf([rule('10.0.0.0/8', 'London')])).not.toBe(fingerprintOf([rule('10.0.0.0/8')]));
});
