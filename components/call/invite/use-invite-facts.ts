import { useEffect, useState } from 'react';
import { readMeeting, type ApiResult } from '@/lib/call/meeting-api';
import type { CallView } from '@/lib/call/use-call';
import type { MeetingResponse } from '@/lib/meetings/schemas';

export interface InviteFacts {
  alias: string;
  /** The meeting's own link. */
  link: string;
  topic: string | null;
  /** Null until our site has told. */
  validFromMs: number | null;
  validUntilMs: number;
  dialIn: string | null;
  /** Only hosts get in by the meeting's own link; null until our site has told. */
  isInvitationRequired: boolean | null;
  /** Our site did not answer. */
  hasFailed: boolean;
}

/** What an invitation says: the end as the call knows it, the rest asked of our site when the dialog opens. */
export function useInviteFacts({ alias, validUntilMs }: NonNullable<CallView['meeting']>) {
  const [answer, setAnswer] = useState<ApiResult<MeetingResponse> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void readMeeting(alias).then((value) => isCurrent && setAnswer(value));
    return () => {
      isCurrent = false;
    };
  }, [alias, tries]);

  function tryAgain() {
    setAnswer(null);
    setTries(tries + 1);
  }

  const meeting = answer?.ok ? answer.value : null;
  const facts: InviteFacts = {
    alias,
    link: new URL(`/join/${encodeURIComponent(alias)}`, window.location.origin).href,
    topic: meeting?.topic ?? null,
    validFromMs: meeting && Date.parse(meeting.validFrom),
    validUntilMs,
    dialIn: meeting?.dialIn ?? null,
    isInvitationRequired: meeting && (meeting.isInvitationRequired ?? false),
    hasFailed: answer !== null && !answer.ok,
  };
  return { facts, tryAgain };
}
