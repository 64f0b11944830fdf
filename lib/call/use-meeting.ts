'use client';

import { useEffect, useState } from 'react';
import { opensAt } from '@/lib/meetings/meeting';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { readMeeting } from './meeting-api';

export interface KnownMeeting {
  meeting: MeetingResponse;
  /** Server's clock minus ours, in ms. */
  skewMs: number;
}

/** A meeting that is yet to come may be moved or cancelled meanwhile. */
const LOOK_AGAIN_MS = 60_000;
/** Once it should be open, until the server agrees. */
const OPENING_MS = 2_000;

/** When the doors open, in ms since the epoch. */
export function opensAtMs({ validFrom, validUntil }: MeetingResponse): number {
  return opensAt({ validFrom: new Date(validFrom), validUntil: new Date(validUntil), cancelledAt: null }).getTime();
}

/** How long to wait before asking the server again about a meeting that is to open or to end, in ms. Pure. */
export function nextLookMs(meeting: MeetingResponse, nowMs: number): number {
  const nextMs = meeting.state === 'scheduled' ? opensAtMs(meeting) : Date.parse(meeting.validUntil);
  return Math.min(LOOK_AGAIN_MS, Math.max(OPENING_MS, nextMs - nowMs));
}

/**
 * Follows a meeting, and the personal link that led to it, until it is cancelled or has ended; the page then shows that by
 * itself.
 */
export function useMeeting(initial: MeetingResponse, invitation: string | null = null): KnownMeeting {
  const [known, setKnown] = useState<KnownMeeting>({ meeting: initial, skewMs: 0 });
  const { meeting, skewMs } = known;
  const [hasAsked, setHasAsked] = useState(false);

  useEffect(() => {
    if (meeting.state === 'ended' || meeting.state === 'cancelled') return;
    let isCurrent = true;
    // The first time at once: the page may have been on its way for long, and only an answer tells whose clock is off.
    const waitMs = hasAsked ? nextLookMs(meeting, Date.now() + skewMs) : 0;
    const timer = setTimeout(async () => {
      const answer = await readMeeting(meeting.alias, undefined, invitation);
      if (!isCurrent) return;
      setHasAsked(true);
      // A network that fails leaves what we know; a new object makes this effect ask again.
      setKnown(answer.ok ? { meeting: answer.value, skewMs: answer.skewMs } : { meeting: { ...meeting }, skewMs });
    }, waitMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [meeting, skewMs, hasAsked, invitation]);

  return known;
}
