'use client';

import { useNow } from '@/lib/call/use-now';
import type { LiveList } from '@/lib/live/live-meeting';
import { ConnectionNote } from './connection-note';
import { DeskAnnouncer } from './desk-announcer';
import { useDeskCall } from './desk-call';
import { groupMeetings } from './desk-meeting';
import { EmptyDesk } from './empty-desk';
import { MeetingGroup } from './meeting-group';
import { useLiveList } from './use-live-list';

/** The agents' desk: who waits, who talks, what is to come. */
export function Desk({ initialList }: { initialList: LiveList }) {
  const { list, skewMs, connection } = useLiveList(initialList);
  const now = useNow(skewMs);
  const call = useDeskCall();
  // While the server renders there is no ticking clock; its own moment decides what stands under which heading.
  const groups = groupMeetings(list.meetings, now ?? Date.parse(list.serverTime));
  const row = { now, joinedAlias: call.joinedAlias, onJoin: call.join };

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Live meetings</h1>
        <ConnectionNote connection={connection} />
      </div>
      <DeskAnnouncer waiting={groups['needs-agent']} />
      {list.meetings.length === 0 && <EmptyDesk />}
      <MeetingGroup title="Waiting for an agent" tone="urgent" meetings={groups['needs-agent']} {...row} />
      <MeetingGroup title="In conversation" meetings={groups['in-call']} {...row} />
      <MeetingGroup title="Open, nobody in now" meetings={groups.open} {...row} />
      <MeetingGroup title="Coming up" meetings={groups.scheduled} {...row} />
    </main>
  );
}
