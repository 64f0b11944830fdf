import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMixer, type Mixer } from './mixer';
import type { Colour, Picture } from './picture';
import { eventually, meanColour, TestingPeer } from './testing-peer';

const RED: Colour = { y: 82, u: 90, v: 240 };
const GREEN: Colour = { y: 145, u: 54, v: 34 };
const BLUE: Colour = { y: 41, u: 240, v: 110 };
const TOP_LEFT = { left: 0.2, right: 0.3, top: 0.2, bottom: 0.3 };
const TOP_RIGHT = { left: 0.7, right: 0.8, top: 0.2, bottom: 0.3 };

const near = (wanted: Colour) => (seen: Colour | null) =>
  seen !== null && Math.abs(seen.y - wanted.y) + Math.abs(seen.u - wanted.u) + Math.abs(seen.v - wanted.v) < 30;
const colourIn = (picture: Picture | null, part?: typeof TOP_LEFT) => picture && meanColour(picture, part);

describe('a mixer', () => {
  let mixer: Mixer;
  let peers: TestingPeer[];

  async function enter(name: string, sent: { colour: Colour; slides?: Colour; hertz: number }, isAdmitted = true) {
    const peer = new TestingPeer(name, sent);
    peers.push(peer);
    await peer.join(mixer);
    mixer.setAdmitted(name, isAdmitted);
    await eventually(
      () => peer.isConnected,
      (isConnected) => isConnected,
    );
    return peer;
  }

  beforeEach(() => {
    mixer = createMixer('test');
    peers = [];
  });
  afterEach(() => {
    mixer.close();
    for (const peer of peers) peer.leave();
  });

  test('two people see and hear each other and not themselves', async () => {
    const anna = await enter('anna', { colour: RED, hertz: 440 });
    const ben = await enter('ben', { colour: BLUE, hertz: 1_000 });
    await eventually(() => colourIn(anna.picture), near(BLUE));
    await eventually(() => colourIn(ben.picture), near(RED));
    await eventually(
      () => anna.loudness(1_000),
      (loudness) => loudness > 0.05,
    );
    await eventually(
      () => ben.loudness(440),
      (loudness) => loudness > 0.05,
    );
    expect(anna.loudness(440)).toBeLessThan(0.01);
    expect(ben.loudness(1_000)).toBeLessThan(0.01);
    const stats = await eventually(
      () => mixer.stats('anna'),
      (found) => (found?.video.received.packets ?? 0) > 0 && (found?.audio.sent.packets ?? 0) > 0,
    );
    expect(stats?.video.received.codec).toBe('VP8');
    expect(stats?.video.sent).toMatchObject({ width: 640, height: 360 });
  });

  test('a third person turns the picture into a grid, and leaving turns it back', async () => {
    const anna = await enter('anna', { colour: RED, hertz: 440 });
    await enter('ben', { colour: BLUE, hertz: 1_000 });
    await enter('cleo', { colour: GREEN, hertz: 1_500 });
    const middleOfLeft = { left: 0.22, right: 0.28, top: 0.45, bottom: 0.55 };
    const middleOfRight = { left: 0.72, right: 0.78, top: 0.45, bottom: 0.55 };
    await eventually(() => colourIn(anna.picture, middleOfLeft), near(BLUE));
    await eventually(() => colourIn(anna.picture, middleOfRight), near(GREEN));
    mixer.leave('ben');
    await eventually(() => colourIn(anna.picture), near(GREEN));
  });

  test('somebody who is not admitted neither sees, hears nor is seen until he is', async () => {
    const anna = await enter('anna', { colour: RED, hertz: 440 });
    const guest = await enter('guest', { colour: BLUE, hertz: 1_000 }, false);
    await eventually(
      () => guest.picture,
      (picture) => picture?.width === 640,
    );
    await eventually(
      () => mixer.stats('guest')?.video.received.framesPerSecond ?? 0,
      (rate) => rate > 5,
    );
    expect(near(RED)(colourIn(guest.picture, TOP_LEFT))).toBe(false);
    expect(near(BLUE)(colourIn(anna.picture, TOP_RIGHT))).toBe(false);
    expect(guest.loudness(440)).toBeLessThan(0.01);
    mixer.setAdmitted('guest', true);
    await eventually(() => colourIn(guest.picture), near(RED));
    await eventually(() => colourIn(anna.picture), near(BLUE));
  });

  test('a muted camera and microphone reach nobody', async () => {
    const anna = await enter('anna', { colour: RED, hertz: 440 });
    await enter('ben', { colour: BLUE, hertz: 1_000 });
    await eventually(() => colourIn(anna.picture), near(BLUE));
    mixer.setMuted('ben', { audio: true, video: true });
    await eventually(
      () => colourIn(anna.picture),
      (seen) => !near(BLUE)(seen),
    );
    await eventually(
      () => anna.loudness(1_000),
      (loudness) => loudness < 0.01,
    );
  });

  test("the presenter's slides reach the others' slides line and stop with the presentation", async () => {
    await enter('anna', { colour: RED, slides: GREEN, hertz: 440 });
    const ben = await enter('ben', { colour: BLUE, hertz: 1_000 });
    expect(ben.slides).toBeNull();
    mixer.setPresenter('anna');
    await eventually(() => colourIn(ben.slides), near(GREEN));
    expect(peers[0]?.slides).toBeNull();
  });

  test('an offer that is none is refused and leaves nothing behind', async () => {
    const events = { onConnected: () => undefined, onFailed: () => undefined };
    const call = { callId: 'x', participantId: 'x', displayName: 'x', offerSdp: 'hello', events };
    await expect(mixer.join(call)).rejects.toThrow('unusable offer');
    await expect(mixer.update('x', 'hello')).rejects.toThrow('no call');
  });
});
