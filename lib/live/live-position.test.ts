import { expect, test } from 'vitest';
import { readPosition, writePosition } from './live-position';

test('a position is read as it was written', () => {
  const position = { epoch: '0a1b2c3d4e5f', version: 42 };
  expect(readPosition(writePosition(position))).toEqual(position);
});

test.each([null, '', '42', 'e-', '-1', 'xyz-1', 'e-1-2', 'e--1', `e-${'9'.repeat(16)}`])('%j is no position', (id) => {
  expect(readPosition(id)).toBeNull();
});
