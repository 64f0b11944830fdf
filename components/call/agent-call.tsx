'use client';

import { englishWords } from '@/lib/words/english';
import { FloatingPanel } from './floating-panel';
import { useCallWords } from './use-call-words';
import { WordsProvider } from './words-provider';

type AgentCallProps = {
  alias: string;
  topic: string | null;
  displayName?: string;
  onClose: () => void;
  onOver: () => void;
};

/** The same panel at the desk, which is English. The agent's session, not a key, makes the agent a host. */
export function AgentCall(props: AgentCallProps) {
  return (
    <WordsProvider words={englishWords}>
      <AgentPanel {...props} />
    </WordsProvider>
  );
}

function AgentPanel({ alias, topic, displayName = '', onClose, onOver }: AgentCallProps) {
  const words = useCallWords('desk');
  // Not remembered: what the desk does must not turn up as a visitor's call on the site.
  const plan = { meeting: { alias, hostKey: null }, displayName, isRemembered: false };
  return (
    <FloatingPanel plan={plan} words={{ ...words, panel: topic ?? words.panel }} onClose={onClose} onOver={onOver} />
  );
}
