import { useSyncExternalStore } from 'react';
import { askSite } from '@/lib/call/network';
import type { Language } from '@/lib/words/languages';
import { loadLateWords } from '@/lib/words/late-words';
import type { LateMessages } from '@/lib/words/messages';

/** A network that lets nothing through does not say so for minutes. What comes after that is taken all the same. */
const SAID_AFTER_MS = 10_000;

/** The tools, with what they say. */
export type Tools = typeof import('./tools') & { words: Pick<LateMessages, 'tools'> };

/** `again` while they are fetched once more because somebody asked for it; `renewed` when a new release has replaced them. */
export type ToolsState = Tools | 'coming' | 'again' | 'failed' | 'renewed' | undefined;

const states: Partial<Record<Language, ToolsState>> = {};
const listeners = new Set<() => void>();

function tell(language: Language, state: ToolsState): void {
  if (typeof states[language] === 'object') return; // here to stay, whatever an earlier try comes to
  states[language] = state;
  listeners.forEach((listener) => listener());
}

/** Fetches the tools where they are neither here nor on their way. Never rejects: what came of it is their state. */
export async function fetchTools(language: Language, as: 'coming' | 'again' = 'coming'): Promise<void> {
  if (states[language] === 'coming' || states[language] === 'again') return;
  tell(language, as);
  const saysSo = setTimeout(() => tell(language, 'failed'), SAID_AFTER_MS);
  try {
    const both = [import('./tools'), loadLateWords('tools', language)] as const;
    await Promise.allSettled(both); // or another try would wait for what is still on its way to fail
    const [tools, words] = await Promise.all(both);
    tell(language, { ...tools, words });
  } catch {
    tell(language, (await askSite()) === 'renewed' ? 'renewed' : 'failed');
  }
  clearTimeout(saysSo);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useToolsState(language: Language): ToolsState {
  const state = () => states[language];
  return useSyncExternalStore(listen, state, state);
}
