'use client';

import { useEffect, useState } from 'react';
import type { LocalMedia } from '../media';
import { nextHearing, nothingHeard, type MicrophoneHint } from './sound-level';

/** What to tell the visitor about the microphone; changes seldom, so that nothing is drawn twenty times a second. */
export function useMicrophoneHint(media: LocalMedia, isMuted: boolean): MicrophoneHint {
  const [hint, setHint] = useState<MicrophoneHint>(null);
  useEffect(() => {
    let hearing = nothingHeard;
    const stop = media.listen((heard) => {
      hearing = nextHearing(hearing, heard, isMuted, Date.now());
      setHint(hearing.hint);
    });
    return () => {
      stop();
      setHint(null);
    };
  }, [media, isMuted]);
  return hint;
}
