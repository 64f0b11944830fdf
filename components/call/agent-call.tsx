'use client';

import { deskWords } from './call-words';
import { FloatingPanel } from './floating-panel';

type AgentCallProps = {
  alias: string;
  topic: string | null;
  displayName?: string;
  onClose: () => void;
  onOver: () => void;
};

/** The same panel at the desk. The agent's session, not a key, makes the agent a host. */
export function AgentCall({ alias, topic, displayName = '', onClose, onOver }: AgentCallProps) {
  // Not remembered: what the desk does must not turn up as a visitor's call on the site.
  const plan = { meeting: { alias, hostKey: null }, displayName, isRemembered: false };
  return (
    <FloatingPanel
      plan={plan}
      words={{ ...deskWords, panel: topic ?? deskWords.panel }}
      onClose={onClose}
      onOver={onOver}
    />
  );
}
