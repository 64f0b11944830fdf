import { vi } from 'vitest';

export interface FakeScript {
  src: string;
  onload?: () => void;
  onerror?: () => void;
  isThere: boolean;
  remove(): void;
}

/** A page without content, in which the test plays the network that scripts come by. Returns those that were asked for. */
export function stubDocument(): FakeScript[] {
  const scripts: FakeScript[] = [];
  const createElement = () => {
    const script: FakeScript = { src: '', isThere: false, remove: () => void (script.isThere = false) };
    return script;
  };
  const append = (script: FakeScript) => {
    script.isThere = true;
    scripts.push(script);
  };
  vi.stubGlobal('document', { createElement, head: { append } });
  return scripts;
}
