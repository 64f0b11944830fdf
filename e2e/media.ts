import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every peer connection of the page, for the tests to ask. */
    connections: RTCPeerConnection[];
  }
}

/** Runs in each page before its own scripts: remembers the peer connections that are made, and changes nothing about them. */
export function watchConnections(): void {
  window.connections = [];
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.connections.push(this);
    }
  };
}

interface Received {
  framesDecoded: number;
  audioEnergy: number;
  /** Furthest position of a playing remote video. */
  currentTime: number;
}

function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    let [framesDecoded, audioEnergy] = [0, 0];
    for (const connection of window.connections.filter((each) => each.connectionState === 'connected')) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        framesDecoded += report.framesDecoded ?? 0;
        audioEnergy += report.totalAudioEnergy ?? 0;
      }
    }
    const remote = [...document.querySelectorAll('video')].filter((video) => !video.muted);
    return { framesDecoded, audioEnergy, currentTime: Math.max(0, ...remote.map((video) => video.currentTime)) };
  });
}

/** The proof of a call: pictures are decoded, the remote video plays on, and there is energy in the sound, from now on. */
export async function expectToSeeAndHear(page: Page): Promise<void> {
  const before = await received(page);
  await expect(async () => {
    const now = await received(page);
    // A connection that takes the place of another, and what plays it, begin at nothing.
    for (const key of ['framesDecoded', 'currentTime', 'audioEnergy'] as const) {
      before[key] = Math.min(before[key], now[key]);
    }
    expect(now.framesDecoded, 'frames decoded').toBeGreaterThan(before.framesDecoded + 15);
    expect(now.currentTime, 'remote video plays').toBeGreaterThan(before.currentTime + 0.5);
    expect(now.audioEnergy, 'sound arrives').toBeGreaterThan(before.audioEnergy + 1e-5);
  }).toPass({ timeout: 30_000 });
}

/** The fake microphone beeps once a second; between two looks two seconds apart a muted one adds nothing. */
export async function expectSilence(page: Page): Promise<void> {
  let last = Number.NaN;
  const added = async () => {
    const { audioEnergy } = await received(page);
    const difference = audioEnergy - last;
    last = audioEnergy;
    return difference;
  };
  await expect.poll(added, { intervals: [2_000], timeout: 30_000, message: 'nothing is heard' }).toBeLessThan(1e-6);
}

/** How many of the page's own devices are open: the camera's light and the microphone's. */
export function liveTracks(page: Page): Promise<number> {
  return page.evaluate(() => {
    const streams = [...document.querySelectorAll('video')].map((video) => video.srcObject);
    const senders = window.connections.flatMap((each) => each.getSenders().map((sender) => sender.track));
    const tracks = [...streams.flatMap((each) => (each instanceof MediaStream ? each.getTracks() : [])), ...senders];
    return tracks.filter((track) => track?.readyState === 'live' && !track.label.startsWith('remote')).length;
  });
}
