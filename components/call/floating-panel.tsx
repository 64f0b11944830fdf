'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useCall } from '@/lib/call/use-call';
import type { CallPlan } from '@/lib/call/call-plan';
import { Announcer } from './announcer';
import { CallScreen } from './call-screen';
import type { CallWords } from './call-words';
import { PanelHeader } from './panel-header';
import { useCallRequest } from './use-call-request';
import { useViewFocus } from './use-view-focus';

type FloatingPanelProps = {
  plan: CallPlan;
  words: CallWords;
  onClose: () => void;
  /** Told when the call is over, though the panel is still there to say why. */
  onOver?: () => void;
};

const place = 'fixed z-50 flex flex-col overflow-hidden border border-line bg-surface text-ink shadow-panel';
const settle = 'transition-[opacity,translate] duration-200 ease-settle starting:translate-y-4 starting:opacity-0';
// A sheet from below on a phone, a card in the corner elsewhere.
const large =
  'inset-x-0 bottom-0 max-h-[calc(100dvh-max(1.5rem,env(safe-area-inset-top)))] rounded-t-panel sm:inset-x-auto ' +
  'sm:right-6 sm:bottom-6 sm:max-h-[calc(100dvh-3rem)] sm:rounded-panel';
const small =
  'right-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] w-56 rounded-card sm:right-6 sm:bottom-6 sm:w-64';

/** The call in the corner of a page. It is no modal: the page stays usable beside it. */
export function FloatingPanel({ plan, words, onClose, onOver }: FloatingPanelProps) {
  const view = useCall(plan);
  const [isMinimised, setIsMinimised] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const isInCall = view.call.phase === 'in-call';
  const isSmall = isMinimised && isInCall;

  // Opening was asked for, so the focus comes along, from wherever it was.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const isOver = view.call.phase === 'ended' || view.call.phase === 'failed';
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver, onOver]);
  useViewFocus(panel, `${view.call.phase} ${isSmall}`);

  // The page's own buttons ask for the call; while it is on, that means: show it.
  useCallRequest(() => {
    setIsMinimised(false);
    panel.current?.focus({ preventScroll: true });
  });

  const largeWidth = isInCall ? 'h-full sm:h-auto sm:w-[30rem]' : 'sm:w-[25rem]';
  const size = isSmall ? small : `${large} ${largeWidth}`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    if (isInCall) setIsMinimised(true);
    else if (view.call.phase !== 'connecting') onClose();
  }

  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={words.panel}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`${place} ${settle} ${size} outline-none`}
    >
      {!isSmall && (
        <PanelHeader
          title={words.panel}
          isInCall={isInCall}
          onMinimise={() => setIsMinimised(true)}
          onClose={onClose}
        />
      )}
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
        <CallScreen
          view={view}
          words={words}
          isMinimised={isSmall}
          onRestore={() => setIsMinimised(false)}
          onClose={onClose}
          stageClassName="min-h-56 flex-1 sm:aspect-video sm:flex-none"
        />
      </div>
      <Announcer view={view} />
    </section>
  );
}
