import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeTrack } from '@/lib/testing/scripted-devices';
import type { BackgroundState } from './backgrounds';
import { CameraBackground } from './camera-background';
import { deviceChoices } from './device-choices';

// The library needs a worker and a model; what it gives is played here, and when.

interface Started {
  effect: string;
  drawn: FakeTrack;
  isStopped: boolean;
  breakDown(): void;
}
const world = vi.hoisted(() => ({
  started: [] as Started[],
  /** Resolves when a started effect has its first frame; rejects where it cannot be had. */
  ready: Promise.resolve() as Promise<void>,
}));

vi.mock('./background-effect', () => ({
  startEffect: async (
    _camera: unknown,
    effect: string,
    onProgress: (progress: number) => void,
    onBroken: () => void,
  ) => {
    onProgress(0.5);
    const drawn = new FakeTrack('video', `drawn ${effect}`);
    const started: Started = { effect, drawn, isStopped: false, breakDown: onBroken };
    world.started.push(started);
    await world.ready;
    return { track: drawn, stop: () => (started.isStopped = true) };
  },
}));

let camera: FakeTrack;
let told: BackgroundState[];
let broken: number;
let background: CameraBackground;

beforeEach(() => {
  [world.started, world.ready] = [[], Promise.resolve()];
  [camera, told, broken] = [new FakeTrack('video', 'webcam'), [], 0];
  background = new CameraBackground(
    (state) => told.push(state),
    () => (broken += 1),
  );
  deviceChoices.set({ background: 'none' });
});
const apply = () => background.apply(camera as unknown as MediaStreamTrack);
const choose = (chosen: 'none' | 'blur-soft' | 'study') => deviceChoices.set({ background: chosen });

describe('the camera’s picture', () => {
  it('without a background is the camera’s own', async () => {
    expect(await apply()).toEqual({ status: 'ready', track: camera });
    expect(world.started).toEqual([]);
  });

  it('with one is drawn anew, small enough for every computer, and never shown before', async () => {
    choose('blur-soft');
    expect(await apply()).toEqual({ status: 'ready', track: world.started[0]!.drawn });
    expect(camera.applyConstraints).toHaveBeenCalledWith(expect.objectContaining({ width: { ideal: 640 } }));
    expect(told).toEqual([
      { status: 'loading', progress: 0 },
      { status: 'loading', progress: 0.5 },
      { status: 'ready' },
    ]);
  });

  it('goes on with the background of before until the next is there', async () => {
    choose('blur-soft');
    await apply();
    let letGo = () => {};
    world.ready = new Promise((resolve) => (letGo = resolve));
    choose('study');
    const changing = apply();
    await vi.waitFor(() => expect(world.started).toHaveLength(2));
    expect(world.started[0]!.isStopped).toBe(false);
    letGo();
    await changing;
    expect(world.started.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  });

  it('is the full one again once there is no background', async () => {
    choose('blur-soft');
    await apply();
    choose('none');
    expect(await apply()).toEqual({ status: 'ready', track: camera });
    expect(camera.applyConstraints).toHaveBeenLastCalledWith(expect.objectContaining({ width: { ideal: 1280 } }));
    expect(world.started[0]!.isStopped).toBe(true);
  });
});

describe('a background that cannot be had', () => {
  it('leaves what was there, also as the choice for the next time', async () => {
    choose('blur-soft');
    await apply();
    world.ready = Promise.reject(new Error('no network'));
    choose('study');
    expect(await apply()).toEqual({ status: 'failed' });
    expect([told.at(-1), deviceChoices.get().background, world.started[0]!.isStopped]).toEqual([
      { status: 'failed' },
      'blur-soft',
      false,
    ]);
  });

  it('that breaks down is told of, but not one that has been replaced', async () => {
    choose('blur-soft');
    await apply();
    choose('study');
    await apply();
    world.started[0]!.breakDown();
    expect(broken).toBe(0);
    world.started[1]!.breakDown();
    expect(broken).toBe(1);
  });
});

describe('a background that comes late', () => {
  async function late() {
    let letGo = () => {};
    world.ready = new Promise((resolve) => (letGo = resolve));
    choose('blur-soft');
    const applying = apply();
    await vi.waitFor(() => expect(world.started).toHaveLength(1));
    return { letGo, applying };
  }

  it('after the camera was closed is stopped, and nothing is shown', async () => {
    const { letGo, applying } = await late();
    background.close();
    letGo();
    expect([await applying, world.started[0]!.isStopped]).toEqual([{ status: 'superseded' }, true]);
    expect(told.at(-1)).toEqual({ status: 'ready' });
  });

  it('after another was chosen gives way to that', async () => {
    const { letGo, applying } = await late();
    choose('study');
    const next = apply();
    letGo();
    expect(await applying).toEqual({ status: 'superseded' });
    expect(await next).toEqual({ status: 'ready', track: world.started[1]!.drawn });
    expect(world.started.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  });
});
