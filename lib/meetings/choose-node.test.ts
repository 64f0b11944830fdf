import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { chooseNode, nodesInOrder } from './choose-node';

const nodes = ['a.example.com', 'b.example.com', 'c.example.com'];

it('a meeting is always sent to the same node', () => {
  const id = randomUUID();
  expect(new Set(Array.from({ length: 20 }, () => chooseNode(nodes, id))).size).toBe(1);
});

it('meetings spread over all nodes', () => {
  expect(new Set(Array.from({ length: 200 }, () => chooseNode(nodes, randomUUID())))).toEqual(new Set(nodes));
});

it('browsers of a meeting try all nodes, each once, the meeting’s own first', () => {
  const id = randomUUID();
  const order = nodesInOrder(nodes, id);
  expect([order[0], [...order].sort()]).toEqual([chooseNode(nodes, id), nodes]);
});
