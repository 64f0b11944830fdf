'use client';

import { useEffect, useState } from 'react';
import type { LiveList } from '@/lib/live/live-meeting';
import { followLiveList, type Live } from './follow-live-list';

/** Follows `/api/live`, beginning with what the page was rendered with, for as long as the component is there. */
export function useLiveList(initial: LiveList): Live {
  const [live, setLive] = useState<Live>({ list: initial, skewMs: 0, connection: 'live' });
  useEffect(() => followLiveList(setLive), []);
  return live;
}
