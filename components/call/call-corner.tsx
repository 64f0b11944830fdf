'use client';

import { useRef } from 'react';
import { CallButton } from './call-button';
import { RejoinOffer } from './rejoin-offer';
import { useCallRequest } from './use-call-request';
import { usePanelOpening } from './use-panel-opening';
import { useRejoinOffer } from './use-rejoin-offer';

/**
 * The corner of the site. Mounted once in its layout, so that a call survives every link. What is imported here is all
 * that a page carries before the click; the panel is fetched then, and PexRTC only when somebody joins.
 */
export function CallCorner() {
  const corner = useRef<HTMLDivElement>(null);
  const { opening, Panel, open, close } = usePanelOpening(corner);
  const { rejoin, withdraw, forget } = useRejoinOffer();
  useCallRequest(() => void open());

  function closePanel() {
    close();
    withdraw();
  }

  if (opening === 'open' && Panel) return <Panel rejoin={rejoin} onClose={closePanel} />;
  const isLoading = opening === 'loading';
  return (
    <div
      ref={corner}
      className="fixed right-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-40 flex flex-col items-end gap-3 sm:right-6
        sm:bottom-6"
    >
      <p role="status" className="max-w-72 rounded-card bg-surface px-4 py-3 text-sm shadow-panel empty:hidden">
        {opening === 'failed' &&
          'The call couldn’t be loaded. Check your connection and try again, or reload the page.'}
      </p>
      {rejoin ? (
        <RejoinOffer isLoading={isLoading} onRejoin={() => void open()} onDismiss={() => void forget()} />
      ) : (
        <CallButton isLoading={isLoading} onClick={() => void open()} />
      )}
    </div>
  );
}
