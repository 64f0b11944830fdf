import { CurrentClient } from './current-client';
import { LegacyClient } from './legacy-client';
import { framesShown, soundEnergy } from './media';
import type { Note, WireOptions } from './wire-client';

// Runs in the browser, as the script that a node serves in the place of pexrtc.js.

export interface Seen {
  notes: Note[];
  requests: string[];
  role: string;
  frames: number;
  slideFrames: number;
  soundEnergy: number;
  isConnected: boolean;
}

const current = (options: WireOptions) => new CurrentClient(options);
const legacy = (options: WireOptions) => new LegacyClient(options);

function as<T>(generation: new (options: WireOptions) => T): T {
  const { client } = window.wire;
  if (!(client instanceof generation)) throw new Error('this page has another client');
  return client;
}

declare global {
  interface Window {
    wire: {
      generations: { 27: typeof legacy; 36: typeof current };
      /** The client of this page. */
      client: CurrentClient | LegacyClient | null;
      /** The same, where a test knows its generation. */
      current(): CurrentClient;
      legacy(): LegacyClient;
      seen(): Promise<Seen>;
    };
  }
}

window.wire = {
  generations: { 27: legacy, 36: current },
  client: null,
  current: () => as(CurrentClient),
  legacy: () => as(LegacyClient),
  seen: async () => {
    const { client } = window.wire;
    const connection = client?.connection ?? null;
    // Waited for first, so that all the rest is of one moment.
    const energy = await soundEnergy(connection);
    return {
      notes: client?.notes ?? [],
      requests: client?.requests.made ?? [],
      role: client?.role ?? '',
      frames: framesShown('remote'),
      slideFrames: framesShown('slides'),
      soundEnergy: energy,
      isConnected: connection?.connectionState === 'connected',
    };
  },
};
