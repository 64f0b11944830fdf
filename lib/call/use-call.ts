'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallPlan, SessionSnapshot } from './call-plan';
import { CallSession } from './call-session';
import type { MediaSnapshot } from './media';
import { BrowserMedia } from './media/browser-media';
import { dialPexRtc } from './pexrtc';

export interface CallView extends SessionSnapshot {
  devices: MediaSnapshot;
  session: CallSession;
}

/**
 * One call for as long as the component is mounted: devices open with it, and whatever happens, the call is hung up and
 * the devices are closed when it goes. The plan is read once. `loadScreen` fetches what the call is shown by.
 */
export function useCall(plan: CallPlan, loadScreen: () => Promise<void>): CallView {
  // Holds nothing until its effect opens it, so Strict Mode's second round costs no device and no ghost.
  const [session] = useState(() => new CallSession({ ...plan, loadScreen }, new BrowserMedia(), dialPexRtc));
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const { media } = session;
  const devices = useSyncExternalStore(media.subscribe, media.snapshot, media.snapshot);

  useEffect(() => {
    session.open();
    return () => session.close();
  }, [session]);

  return { ...snapshot, devices, session };
}
