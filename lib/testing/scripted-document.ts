import { vi } from 'vitest';

export interface FakeScript {
  src: string;
  onload?: () => void;
  onerror?: () => void;
  /** Runs when it arrives, which only moving it into another document prevents: out of the page it would run all the same. */
  isWanted: boolean;
}

/** A page without content, in which the test plays the network that scripts come by. Returns those that were asked for. */
export function stubDocument(): FakeScript[] {
  const scripts: FakeScript[] = [];
  const createElement = (): FakeScript => ({ src: '', isWanted: true });
  const append = (script: FakeScript) => void scripts.push(script);
  class Elsewhere {
    adoptNode(script: FakeScript) {
      script.isWanted = false;
    }
  }
  vi.stubGlobal('document', { createElement, head: { append } });
  vi.stubGlobal('Document', Elsewhere);
  return scripts;
}
