'use client';

import { useRef } from 'react';
import type { Messages } from '@/lib/words/messages';
import { CallButton } from './call-button';
import { RejoinOffer } from './rejoin-offer';
import { useCallRequest } from './use-call-request';
import { useIsOpen, type Hours } from './use-is-open';
import { usePanelOpening } from './use-panel-opening';
import { useRejoinOffer } from './use-rejoin-offer';

export type CornerWords = Messages['panel']['corner'];

type CornerProps = { words: CornerWords; place: 'start' | 'end'; hours: Hours };

const places = {
  start: 'start-[max(1rem,var(--safe-x))] items-start sm:start-[max(1.5rem,var(--safe-x))]',
  end: 'end-[max(1rem,var(--safe-x))] items-end sm:end-[max(1.5rem,var(--safe-x))]',
};

/**
 * The corner of the site. Mounted once in its layout, so that a call survives every link. What is imported here is all
 * that a page carries before the click; the panel is fetched then, and PexRTC only when somebody joins.
 */
export function Corner({ words, place, hours }: CornerProps) {
  const corner = useRef<HTMLDivElement>(null);
  const { opening, panel, prepare, open, close } = usePanelOpening(corner);
  const { rejoin, withdraw, forget } = useRejoinOffer();
  const isOpen = useIsOpen(hours);
  useCallRequest(() => void open());

  function closePanel() {
    close();
    withdraw();
  }

  if (opening === 'open' && panel) {
    return <panel.Panel {...panel.props} rejoin={rejoin} onClose={closePanel} />;
  }
  const isLoading = opening === 'loading';
  return (
    <div
      ref={corner}
      onPointerDown={prepare}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && prepare()}
      className={`fixed bottom-[max(1rem,env(safe-area-inset-bottom))] z-40 flex flex-col gap-3
        sm:bottom-[max(1.5rem,env(safe-area-inset-bottom))] ${places[place]}`}
    >
      <p role="status" className="max-w-72 rounded-card bg-surface px-4 py-3 text-sm shadow-panel empty:hidden">
        {opening === 'failed' && words.loadFailed}
      </p>
      {/* There from the start, or its words stayed unheard. */}
      <p role="status" className="sr-only">
        {rejoin && words.rejoinTitle}
      </p>
      {rejoin ? (
        <RejoinOffer words={words} isLoading={isLoading} onRejoin={() => void open()} onDismiss={() => void forget()} />
      ) : (
        <CallButton
          label={isOpen ? words.call : words.closed}
          isOpen={isOpen}
          isLoading={isLoading}
          onClick={() => void open()}
        />
      )}
    </div>
  );
}
