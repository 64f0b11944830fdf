import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubDocument, type FakeScript } from '@/lib/testing/scripted-document';
import { dialRequest, ScriptedPexRtc } from '@/lib/testing/scripted-pexrtc';
import type { CallSignal } from './call';
import { dialPexRtc } from './pexrtc';

let scripts: FakeScript[];
let signals: CallSignal[];
let made: ScriptedPexRtc[];
let page: { PexRTC?: unknown };

/** The client as a node's script puts it into the page. */
const clientOf = (version: string) =>
  class extends ScriptedPexRtc {
    version = version;
    constructor() {
      super();
      made.push(this);
    }
  };

beforeEach(() => {
  [scripts, signals, made, page] = [stubDocument(), [], [], {}];
  vi.stubGlobal('window', page);
  return () => vi.unstubAllGlobals();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
function dial(host: string) {
  return dialPexRtc({ ...dialRequest, node: { origin: `https://${host}`, host } }, (signal) => signals.push(signal));
}
async function arrives(Client: unknown) {
  page.PexRTC = Client;
  scripts.at(-1)!.onload!();
  await settled();
}

describe('the script', () => {
  it('is the node’s own, and comes with the first call', async () => {
    dial('a');
    expect(scripts.map(({ src }) => src)).toEqual(['https://a/static/webrtc/js/pexrtc.js']);
    await arrives(clientOf('36'));
    expect(made[0]!.done.at(-1)).toContain('at a');
  });

  it('of the first node serves calls to every other: two versions in one page would break each other', async () => {
    dial('a');
    await arrives(clientOf('36'));
    dial('b');
    await settled();
    expect([scripts.length, made.length, made[1]!.done.at(-1)]).toEqual([1, 2, expect.stringContaining('at b')]);
    dial('a');
    await settled();
    expect(made.map((client) => 'version' in client && client.version)).toEqual(['36', '36', '36']);
  });

  it('that the first node does not give is asked of the next', async () => {
    dial('a');
    scripts[0]!.onerror!();
    await settled();
    expect(signals).toEqual([{ type: 'failed', failure: 'node-unreachable' }]);
    dial('b');
    await arrives(clientOf('35'));
    expect(made[0]!.done.at(-1)).toContain('at b');
  });

  it('that brings no client is a node out of reach', async () => {
    dial('a');
    await arrives(undefined);
    expect(signals).toEqual([{ type: 'failed', failure: 'node-unreachable' }]);
  });

  it('in whose place another page came, as at the door of a hotel’s network, is asked for again', async () => {
    dial('a');
    await arrives(undefined);
    dial('a');
    await arrives(clientOf('36'));
    expect([scripts.length, made.length]).toEqual([2, 1]);
  });
});
