import { describe, expect, it } from 'vitest';
import type { NodeAddress } from './node-address';
import { byHope, findNode, noteNodeFailure } from './node-choice';

const node = (host: string): NodeAddress => ({ origin: `https://${host}`, host });
const nodes = ['a', 'b', 'c'].map(node);
const MINUTE = 60_000;
const order = (failures: [string, number][], nowMs: number) =>
  byHope(nodes, new Map(failures.map(([host, atMs]) => [`https://${host}`, atMs])), nowMs).map(({ host }) => host);

describe('the order of nodes', () => {
  it('is as given while none has failed', () => {
    expect(order([], 0)).toEqual(['a', 'b', 'c']);
  });

  it('has one that failed at the end, for a minute', () => {
    expect(order([['a', 0]], MINUTE - 1)).toEqual(['b', 'c', 'a']);
    expect(order([['a', 0]], MINUTE)).toEqual(['a', 'b', 'c']);
  });

  it('has the one that failed the longest ago first when all have', () => {
    expect(
      order(
        [
          ['a', 3],
          ['b', 1],
          ['c', 2],
        ],
        4,
      ),
    ).toEqual(['b', 'c', 'a']);
  });
});

describe('finding a node', () => {
  const alive =
    (...hosts: string[]) =>
    async ({ host }: NodeAddress) =>
      hosts.includes(host);

  it('takes the first that answers, and none where none does', async () => {
    expect(await findNode(nodes, alive('b', 'c'))).toEqual(node('b'));
    expect(await findNode(nodes, alive())).toBeNull();
  });

  it('takes one that failed here a moment ago only where there is no other', async () => {
    noteNodeFailure(node('b'));
    expect(await findNode(nodes, alive('b', 'c'))).toEqual(node('c'));
    expect(await findNode(nodes, alive('b'))).toEqual(node('b'));
  });
});
