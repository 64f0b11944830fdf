'use client';

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { AgentCall } from '@/components/call/agent-call';
import type { LiveMeeting } from '@/lib/live/live-meeting';

interface DeskCall {
  /** The meeting that the agent's call panel is open for; a call that is over holds nothing. */
  joinedAlias: string | null;
  join: (meeting: LiveMeeting) => void;
}

const DeskCallContext = createContext<DeskCall>({ joinedAlias: null, join: () => undefined });

export function useDeskCall(): DeskCall {
  return useContext(DeskCallContext);
}

/** Each join is another call, also into the same meeting. */
interface OpenCall {
  meeting: LiveMeeting;
  number: number;
  isOver: boolean;
}

type DeskCallProviderProps = { agentName: string; header: ReactNode; children: ReactNode };

/** Keeps the agent's own call above the pages of the desk: looking something up elsewhere must not end it. */
export function DeskCallProvider({ agentName, header, children }: DeskCallProviderProps) {
  const [call, setCall] = useState<OpenCall | null>(null);
  const onOver = useCallback(() => setCall((current) => current && { ...current, isOver: true }), []);
  const join = useCallback(
    (meeting: LiveMeeting) => setCall((before) => ({ meeting, number: (before?.number ?? 0) + 1, isOver: false })),
    [],
  );
  // A call that is over only keeps its panel to say why; the next visitor must not wait for somebody to close it.
  const joinedAlias = call && !call.isOver ? call.meeting.alias : null;
  const shared = useMemo(() => ({ joinedAlias, join }), [joinedAlias, join]);

  return (
    <DeskCallContext value={shared}>
      <div className="min-h-dvh">
        {header}
        {/* The call panel floats at the lower right; on a wide screen the page makes room for it. */}
        <div className={call ? 'xl:pr-130' : ''}>{children}</div>
      </div>
      {call && (
        <AgentCall
          key={call.number}
          alias={call.meeting.alias}
          topic={call.meeting.topic ?? call.meeting.visitorName}
          displayName={agentName}
          onClose={() => setCall(null)}
          onOver={onOver}
        />
      )}
    </DeskCallContext>
  );
}
