import { useEffect, useState } from 'react';
import { readMeeting } from '@/lib/call/meeting-api';
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
  /** Only hosts get in by the meeting's own link. */
  isInvitationRequired: boolean;
}

/** What an invitation says: the end as the call knows it, the rest asked of our site when the dialog opens. */
export function useInviteFacts({ alias, validUntilMs }: NonNullable<CallView['meeting']>): InviteFacts {
  const [meeting, setMeeting] = useState<MeetingResponse | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readMeeting(alias).then((answer) => isCurrent && answer.ok && setMeeting(answer.value));
    return () => {
      isCurrent = false;
    };
  }, [alias]);
  return {
    alias,
    link: new URL(`/join/${encodeURIComponent(alias)}`, window.location.origin).href,
    topic: meeting?.topic ?? null,
    validFromMs: meeting && Date.parse(meeting.validFrom),
    validUntilMs,
    dialIn: meeting?.dialIn ?? null,
    isInvitationRequired: meeting?.isInvitationRequired ?? false,
  };
}
