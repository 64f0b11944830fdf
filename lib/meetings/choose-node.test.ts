import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { chooseNode } from './choose-node';

const nodes = ['a.example.com', 'b.example.com', 'c.example.com'];

it('a meeting is always sent to the same node', () => {
  const id = randomUUID();
  expect(new Set(Array.from({ length: 20 }, () => chooseNode(nodes, id))).size).toBe(1);
});

it('meetings spread over all nodes', () => {
  expect(new Set(Array.from({ length: 200 }, () => chooseNode(nodes, randomUUID())))).toEqual(new Set(nodes));
});
