import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMixer, type Mixer } from './mixer';
import { splitSdp } from './sdp-sections';
import { eventually } from './testing-peer';
import { RTCPeerConnection, type PeerConnection } from './wrtc';

describe('offers as clients really send them', () => {
  let mixer: Mixer;
  let peer: PeerConnection;
  let isConnected: boolean;

  beforeEach(() => {
    mixer = createMixer('test');
    peer = new RTCPeerConnection({ iceServers: [] });
    isConnected = false;
  });
  afterEach(() => {
    mixer.close();
    peer.close();
  });

  async function call(offerSdp: string): Promise<string> {
    const events = { onConnected: () => (isConnected = true), onFailed: () => undefined };
    const { answerSdp } = await mixer.join({ callId: 'c', participantId: 'p', displayName: 'P', offerSdp, events });
    await peer.setRemoteDescription({ type: 'answer', sdp: answerSdp });
    return answerSdp;
  }

  async function offer(): Promise<string> {
    await peer.setLocalDescription(await peer.createOffer());
    return peer.localDescription?.sdp ?? '';
  }

  const connects = () =>
    eventually(
      () => isConnected,
      (value) => value,
    );
  const directions = (sdp: string) =>
    splitSdp(sdp).media.map(({ lines }) =>
      lines.find((line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.test(line)),
    );

  test('marks, bandwidth lines, missing rtpmaps and a data channel are digested, and every line is answered', async () => {
    for (const kind of ['audio', 'video', 'video']) peer.addTransceiver(kind, { direction: 'sendrecv' });
    peer.createDataChannel('pexChannel', { negotiated: true, id: 3 });
    const offered = (await offer())
      .replace(/^a=rtpmap:(98|100|127) .*\r\n/gm, '')
      .replace(/^(c=.*)$/gm, '$1\nb=AS:564')
      .replace('a=mid:1', 'a=mid:1\r\na=content:main')
      .replace('a=mid:2', 'a=mid:2\r\na=content:slides');
    const answer = await call(offered);
    const { media } = splitSdp(answer);
    expect(media.map(({ kind }) => kind)).toEqual(['audio', 'video', 'video', 'application']);
    expect(directions(answer).slice(0, 3)).toEqual(['a=sendrecv', 'a=sendrecv', 'a=sendrecv']);
    expect(answer).toMatch(/^a=group:BUNDLE 0 1 2 3\r$/m);
    expect(answer).not.toMatch(/^a=msid:-/m);
    expect(media.every(({ lines }) => lines.some((line) => line.startsWith('c=')))).toBe(true);
    expect(answer).toMatch(/^a=candidate:/m);
    await connects();
  });

  test('only receiving is answered by only sending', async () => {
    for (const kind of ['audio', 'video']) peer.addTransceiver(kind, { direction: 'recvonly' });
    expect(directions(await call(await offer()))).toEqual(['a=sendonly', 'a=sendonly']);
    await connects();
  });

  test('sound alone is enough', async () => {
    peer.addTransceiver('audio', { direction: 'sendrecv' });
    expect(directions(await call(await offer()))).toEqual(['a=sendrecv']);
    await connects();
  });

  test('a client whose offer names no address connects', async () => {
    for (const kind of ['audio', 'video']) peer.addTransceiver(kind, { direction: 'sendrecv' });
    const offered = (await offer()).replace(/^a=candidate:.*\r\n/gm, '');
    await call(offered);
    await connects();
  });

  test('an ICE restart is answered with fresh credentials and candidates, and the call stays', async () => {
    for (const kind of ['audio', 'video', 'video']) peer.addTransceiver(kind, { direction: 'sendrecv' });
    const first = await call(await offer());
    await connects();
    await peer.setLocalDescription(await peer.createOffer({ iceRestart: true }));
    const second = await mixer.update('c', peer.localDescription?.sdp ?? '');
    const ufrag = (sdp: string) => /^a=ice-ufrag:(.*)\r$/m.exec(sdp)?.[1];
    expect(ufrag(second)).not.toBe(ufrag(first));
    expect(second).toMatch(/^a=candidate:/m);
    await peer.setRemoteDescription({ type: 'answer', sdp: second });
    await eventually(
      () => peer.iceConnectionState,
      (state) => state === 'connected' || state === 'completed',
    );
  });

  test('a call that ends at any moment of its answering is refused or answered, and its place is free again', async () => {
    peer.addTransceiver('audio', { direction: 'sendrecv' });
    const offered = await offer();
    const events = { onConnected: () => undefined, onFailed: () => undefined };
    const join = () => mixer.join({ callId: 'c', participantId: 'p', displayName: 'P', offerSdp: offered, events });
    const outcomes = [];
    for (const turns of [0, 1, 2, 4, 8, 16, 32, 64]) {
      const joining = join().then(
        () => 'answered',
        () => 'refused',
      );
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      mixer.leave('c');
      outcomes.push(await joining);
    }
    expect(outcomes[0]).toBe('refused');
    await expect(join()).resolves.toMatchObject({ id: 'c' });
  });
});

test('a process that has mixed can end by itself, without a crash', () => {
  const program = `
    const { TestingPeer, eventually } = await import('./simulator/media/testing-peer.ts');
    const { createMixer } = await import('./simulator/media/mixer.ts');
    const mixer = createMixer('m');
    const peer = new TestingPeer('a', { colour: { y: 82, u: 90, v: 240 }, hertz: 440 });
    await peer.join(mixer);
    await eventually(() => peer.picture, (picture) => picture !== null);
    mixer.close();
    peer.leave();
    console.log('left');`;
  const options = ['--import', 'tsx', '--input-type=module', '-e', program];
  const run = spawnSync(process.execPath, options, { encoding: 'utf8', timeout: 25_000 });
  expect([run.stdout.trim(), run.status, run.signal]).toEqual(['left', 0, null]);
});
