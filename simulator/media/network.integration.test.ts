import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMixer, type Mixer } from './mixer';
import { eventually, TestingPeer } from './testing-peer';

let mixer: Mixer;
let peers: TestingPeer[];
let spoken: string[];

beforeEach(() => {
  spoken = [];
  mixer = createMixer('test', (speakers) => spoken.push([...speakers].sort().join(' ')));
  peers = [];
});
afterEach(() => {
  mixer.close();
  for (const peer of peers) peer.leave();
});

const isTrue = (value: boolean) => value;

async function enter(name: string, hertz: number) {
  const peer = new TestingPeer(name, { colour: { y: 82, u: 90, v: 240 }, hertz });
  peers.push(peer);
  await peer.join(mixer);
  mixer.setAdmitted(name, true);
  await eventually(() => peer.isConnected, isTrue);
  return peer;
}

/** Packets of sound and picture that the client has received. */
async function packetsAt({ peer }: TestingPeer): Promise<number> {
  const reports = [...(await peer.getStats()).values()];
  return reports.reduce((sum, report) => sum + (report.type === 'inbound-rtp' ? Number(report.packetsReceived) : 0), 0);
}

test('a cut network stops media both ways, the client notices, and it goes on by itself when it is back', async () => {
  const anna = await enter('anna', 440);
  const ben = await enter('ben', 1_000);
  await eventually(
    () => ben.loudness(440),
    (loudness) => loudness > 0.05,
  );
  mixer.setCut('anna', true);
  await eventually(
    () => anna.peer.iceConnectionState,
    (state) => state === 'disconnected',
  );
  await eventually(
    () => ben.loudness(440),
    (loudness) => loudness < 0.01,
  );
  const received = await packetsAt(anna);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await packetsAt(anna)).toBe(received);
  expect(ben.peer.iceConnectionState).not.toBe('disconnected');

  mixer.setCut('anna', false);
  await eventually(
    () => anna.peer.iceConnectionState,
    (state) => state === 'connected' || state === 'completed',
  );
  await eventually(
    () => ben.loudness(440),
    (loudness) => loudness > 0.05,
  );
  expect(await packetsAt(anna)).toBeGreaterThan(received);
});

test('whoever is heard speaks, and falls silent when muted', async () => {
  await enter('anna', 440);
  await eventually(
    () => spoken,
    (all) => all.at(-1) === 'anna',
  );
  mixer.setMuted('anna', { audio: true });
  await eventually(
    () => spoken,
    (all) => all.at(-1) === '',
  );
  // A steady voice is told of once; it is none where this machine stops for longer than a pause between words.
  expect(spoken.filter((speakers, index) => speakers === (spoken[index - 1] ?? ''))).toEqual([]);
});
