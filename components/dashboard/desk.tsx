'use client';

import { useCallback, useState } from 'react';
import { AgentCall } from '@/components/call/agent-call';
import { useNow } from '@/lib/call/use-now';
import type { LiveList, LiveMeeting } from '@/lib/live/live-meeting';
import { DeskAnnouncer } from './desk-announcer';
import { DeskHeader } from './desk-header';
import { groupMeetings } from './desk-meeting';
import { EmptyDesk } from './empty-desk';
import { MeetingGroup } from './meeting-group';
import { useLiveList } from './use-live-list';

/** The agent's own call: each join is another one, also into the same meeting. */
interface DeskCall {
  meeting: LiveMeeting;
  number: number;
  isOver: boolean;
}

type DeskProps = { initialList: LiveList; agentName: string };

/** The agents' desk: who waits, who talks, what is to come; and the agent's own call beside it. */
export function Desk({ initialList, agentName }: DeskProps) {
  const { list, skewMs, connection } = useLiveList(initialList);
  const now = useNow(skewMs);
  const [call, setCall] = useState<DeskCall | null>(null);
  const onOver = useCallback(() => setCall((current) => current && { ...current, isOver: true }), []);
  // While the server renders there is no ticking clock; its own moment decides what stands under which heading.
  const groups = groupMeetings(list.meetings, now ?? Date.parse(list.serverTime));
  const row = {
    now,
    // A call that is over only keeps its panel to say why; the next visitor must not wait for somebody to close it.
    joinedAlias: call && !call.isOver ? call.meeting.alias : null,
    onJoin: (meeting: LiveMeeting) => setCall({ meeting, number: (call?.number ?? 0) + 1, isOver: false }),
  };

  return (
    <>
      <DeskHeader agentName={agentName} connection={connection} />
      {/* The call panel floats at the lower right; on a wide screen the list makes room for it. */}
      <main className={`px-4 pt-6 pb-24 sm:px-6 sm:pt-8 ${call ? 'xl:mr-130' : 'mx-auto w-full max-w-6xl'}`}>
        <h1 className="text-2xl font-semibold tracking-tight">Live meetings</h1>
        <DeskAnnouncer waiting={groups['needs-agent']} />
        {list.meetings.length === 0 && <EmptyDesk />}
        <MeetingGroup title="Waiting for an agent" tone="urgent" meetings={groups['needs-agent']} {...row} />
        <MeetingGroup title="In conversation" meetings={groups['in-call']} {...row} />
        <MeetingGroup title="Open, nobody in now" meetings={groups.open} {...row} />
        <MeetingGroup title="Coming up" meetings={groups.scheduled} {...row} />
      </main>
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
    </>
  );
}
