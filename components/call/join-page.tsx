'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CallPlan } from '@/lib/call/call-plan';
import { recallCall } from '@/lib/call/rejoin-memory';
import { useCall, type CallView } from '@/lib/call/use-call';
import { useIsHydrated } from '@/lib/call/use-is-hydrated';
import { opensAtMs, useMeeting } from '@/lib/call/use-meeting';
import { useNow } from '@/lib/call/use-now';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { Announcer } from './announcer';
import { CallScreen } from './call-screen';
import { loadInCallScreen } from './in-call-screen';
import { InviteLayer } from './invite/invite-layer';
import { MeetingClosed } from './meeting-closed';
import { MeetingScheduled } from './meeting-scheduled';
import { useCallWords, type CallWords } from './use-call-words';
import { useKeptFocus } from './use-kept-focus';
import { useViewFocus } from './use-view-focus';

/** So long before the doors open, camera and microphone may be got ready; days before, no light has to go on. */
const READY_BEFORE_MS = 15 * 60 * 1000;

type JoinPageProps = {
  meeting: MeetingResponse;
  /** What the personal link carries that led here. */
  invitation: string | null;
};

/** One meeting's own page: when it opens, the call, or why one cannot get in. */
export function JoinPage({ meeting: initial, invitation }: JoinPageProps) {
  const { meeting, skewMs } = useMeeting(initial, invitation);
  const isHydrated = useIsHydrated();
  const [isInLobby, setIsInLobby] = useState(true);
  const now = useNow(skewMs);

  // Whoever was in the call is told by the call itself how it ended.
  const closed = isInLobby ? closedBecause(meeting, isHydrated) : null;
  if (closed) return <MeetingClosed because={closed} />;
  const isFarAhead = now === null || opensAtMs(meeting) - now > READY_BEFORE_MS;
  if (meeting.state === 'scheduled' && isFarAhead) {
    return <MeetingScheduled meeting={meeting} skewMs={skewMs} invitation={invitation} />;
  }
  // Only the browser knows whether this tab was in the call before.
  if (!isHydrated) return <div className="min-h-96" />;
  return <OpenMeeting meeting={meeting} skewMs={skewMs} invitation={invitation} onLobby={setIsInLobby} />;
}

function closedBecause({ state, alias, invitation, isInvitationRequired }: MeetingResponse, isHydrated: boolean) {
  if (state === 'ended' || state === 'cancelled') return state;
  if (invitation && invitation.state !== 'valid') return `invitation-${invitation.state}` as const;
  // Its host comes back without a personal link: this tab has the key.
  const isOwnHost = isHydrated && memoryOf(alias)?.hostKey != null;
  return isInvitationRequired && !invitation && !isOwnHost ? 'invitation-required' : null;
}

function memoryOf(alias: string) {
  const memory = recallCall();
  return memory?.alias === alias ? memory : null;
}

function planFor({ alias, invitation: note }: MeetingResponse, invitation: string | null): CallPlan {
  const mine = memoryOf(alias);
  return {
    meeting: { alias, hostKey: mine?.hostKey ?? null, invitation },
    displayName: mine?.displayName ?? (note?.state === 'valid' ? note.displayName : ''),
    wanted: mine ? { microphone: mine.isMicrophoneOn, camera: mine.isCameraOn } : undefined,
    isRemembered: true,
  };
}

type OpenMeetingProps = JoinPageProps & { skewMs: number; onLobby: (isInLobby: boolean) => void };

function OpenMeeting({ meeting, skewMs, invitation, onLobby }: OpenMeetingProps) {
  const [plan] = useState(() => planFor(meeting, invitation));
  const [isBack] = useState(() => memoryOf(meeting.alias) !== null);
  const view = useCall(plan, loadInCallScreen);
  const isInLobby = view.call.phase === 'lobby';
  useEffect(() => onLobby(isInLobby), [isInLobby, onLobby]);
  const t = useTranslations('lobby');
  const words = useCallWords('invitation');
  const named = {
    ...words,
    panel: meeting.topic ?? words.panel,
    lobbyTitle: isBack ? t('rejoinTitle') : (meeting.topic ?? words.lobbyTitle),
    join: isBack ? t('rejoin') : words.join,
  };
  if (meeting.state === 'scheduled' && isInLobby) {
    return <MeetingScheduled meeting={meeting} skewMs={skewMs} invitation={invitation} view={view} />;
  }
  return <OpenCall view={view} words={named} />;
}

/** A component of its own, for it looks after the focus from when it is there: whoever came early does not have it at first. */
function OpenCall({ view, words }: { view: CallView; words: CallWords }) {
  const panel = useRef<HTMLDivElement>(null);
  useViewFocus(panel, view.call.phase);
  useKeptFocus(panel);
  const isInCall = view.call.phase === 'in-call';
  return (
    <div
      ref={panel}
      data-in-call={isInCall || undefined}
      role="region"
      aria-label={words.panel}
      className={`flex flex-col overflow-hidden bg-surface ${
        isInCall
          ? 'w-full flex-1 sm:max-w-6xl sm:rounded-panel sm:border sm:border-line sm:shadow-card'
          : 'w-[calc(100%-2rem)] max-w-md rounded-panel border border-line shadow-card'
      }`}
    >
      <h1 className="sr-only">{words.panel}</h1>
      <InviteLayer view={view} isBeside>
        <CallScreen view={view} words={words} stageClassName="min-h-56 flex-1" />
      </InviteLayer>
      <Announcer view={view} />
    </div>
  );
}
