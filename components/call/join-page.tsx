'use client';

import { useEffect, useRef, useState } from 'react';
import type { CallPlan } from '@/lib/call/call-plan';
import { recallCall } from '@/lib/call/rejoin-memory';
import { useCall } from '@/lib/call/use-call';
import { useMeeting } from '@/lib/call/use-meeting';
import { useIsHydrated } from '@/lib/call/use-is-hydrated';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { Announcer } from './announcer';
import { CallScreen } from './call-screen';
import { invitationWords } from './call-words';
import { MeetingClosed } from './meeting-closed';
import { MeetingScheduled } from './meeting-scheduled';
import { useViewFocus } from './use-view-focus';

/** One meeting's own page: when it opens, the call, or that it is over. */
export function JoinPage({ meeting: initial }: { meeting: MeetingResponse }) {
  const { meeting, skewMs } = useMeeting(initial);
  const isHydrated = useIsHydrated();
  const [isInLobby, setIsInLobby] = useState(true);
  if (meeting.state === 'scheduled') return <MeetingScheduled meeting={meeting} skewMs={skewMs} />;
  // Whoever was in the call is told by the call itself how it ended.
  if (meeting.state !== 'open' && isInLobby) return <MeetingClosed state={meeting.state} />;
  // Only the browser knows whether this tab was in the call before.
  return isHydrated ? <OpenMeeting meeting={meeting} onLobby={setIsInLobby} /> : <div className="min-h-96" />;
}

function planFor(alias: string): CallPlan {
  const memory = recallCall();
  const mine = memory?.alias === alias ? memory : null;
  return {
    meeting: { alias, hostKey: mine?.hostKey ?? null },
    displayName: mine?.displayName ?? '',
    wanted: mine ? { microphone: mine.isMicrophoneOn, camera: mine.isCameraOn } : undefined,
    isRemembered: true,
  };
}

type OpenMeetingProps = { meeting: MeetingResponse; onLobby: (isInLobby: boolean) => void };

function OpenMeeting({ meeting, onLobby }: OpenMeetingProps) {
  const [plan] = useState(() => planFor(meeting.alias));
  const view = useCall(plan);
  const isInLobby = view.call.phase === 'lobby';
  useEffect(() => onLobby(isInLobby), [isInLobby, onLobby]);
  const panel = useRef<HTMLDivElement>(null);
  useViewFocus(panel, view.call.phase);
  const isInCall = view.call.phase === 'in-call';
  const isBack = plan.displayName !== '';
  const words = {
    ...invitationWords,
    panel: meeting.topic ?? invitationWords.panel,
    lobbyTitle: isBack ? 'Rejoin your call' : (meeting.topic ?? invitationWords.lobbyTitle),
    join: isBack ? 'Rejoin' : invitationWords.join,
  };
  return (
    <div
      ref={panel}
      role="region"
      aria-label={words.panel}
      className={`flex flex-col overflow-hidden bg-surface ${
        isInCall
          ? 'w-full flex-1 sm:max-w-6xl sm:rounded-panel sm:border sm:border-line sm:shadow-card'
          : 'w-[calc(100%-2rem)] max-w-md rounded-panel border border-line shadow-card'
      }`}
    >
      <h1 className="sr-only">{words.panel}</h1>
      <CallScreen view={view} words={words} stageClassName="min-h-56 flex-1" />
      <Announcer view={view} />
    </div>
  );
}
