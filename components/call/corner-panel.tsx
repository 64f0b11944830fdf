'use client';

import type { RejoinMemory } from '@/lib/call/rejoin-memory';
import { siteWords } from './call-words';
import { FloatingPanel } from './floating-panel';

export type CornerPanelProps = { rejoin: RejoinMemory | null; onClose: () => void };

/** The site's panel: makes a meeting when the visitor joins, or goes back into the one remembered. Loaded at the click. */
export function CornerPanel({ rejoin, onClose }: CornerPanelProps) {
  const plan = {
    meeting: rejoin && { alias: rejoin.alias, hostKey: rejoin.hostKey },
    displayName: rejoin?.displayName ?? '',
    wanted: rejoin ? { microphone: rejoin.isMicrophoneOn, camera: rejoin.isCameraOn } : undefined,
    joinsAtOnce: rejoin !== null,
    isRemembered: true,
  };
  return <FloatingPanel plan={plan} words={siteWords} onClose={onClose} />;
}
