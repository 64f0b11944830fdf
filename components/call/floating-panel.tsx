'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { CallPlan } from '@/lib/call/call-plan';
import { useCall } from '@/lib/call/use-call';
import { Announcer } from './announcer';
import { CallScreen } from './call-screen';
import type { PanelCorner } from './frame/panel-corner';
import { PanelFrame } from './frame/panel-frame';
import { loadInCallScreen } from './in-call-screen';
import { InviteLayer } from './invite/invite-layer';
import { useCallRequest } from './use-call-request';
import type { CallWords } from './use-call-words';
import { useKeptFocus } from './use-kept-focus';
import { usePressedLinks } from './use-pressed-links';
import { useViewFocus } from './use-view-focus';

type FloatingPanelProps = {
  plan: CallPlan;
  words: CallWords;
  /** Where it is until the visitor moves it. */
  corner?: PanelCorner;
  onClose: () => void;
  /** Told when the call is over, though the panel is still there to say why. */
  onOver?: () => void;
  /** Asked before another call is begun from here. */
  mayCallAgain?: () => Promise<boolean>;
};

// In full screen there is no corner, and the stage takes what there is.
const stage =
  'min-h-56 flex-1 max-card:landscape:min-h-0 card:not-in-[:fullscreen]:aspect-video card:not-in-[:fullscreen]:flex-none';

/** The call in the corner of a page. It is no modal: the page stays usable beside it. */
export function FloatingPanel({ plan, words, corner, onClose, onOver, mayCallAgain }: FloatingPanelProps) {
  const view = useCall(plan, loadInCallScreen);
  const [isMinimised, setIsMinimised] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const isInCall = view.call.phase === 'in-call';
  const isSmall = isMinimised && isInCall;
  // The next call, like the first, is what one looks at.
  if (isMinimised && !isInCall) setIsMinimised(false);

  // Opening was asked for, so the focus comes along, from wherever it was.
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const isOver = view.call.phase === 'ended' || view.call.phase === 'failed';
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver, onOver]);
  useViewFocus(panel, `${view.call.phase} ${isSmall}`);
  useKeptFocus(panel);
  const t = useTranslations('panel');
  const isLinkHeld = usePressedLinks(view.call);

  // The page's own buttons ask for the call; while it is on, that means: show it.
  useCallRequest(() => {
    setIsMinimised(false);
    panel.current?.focus({ preventScroll: true });
  });

  function exit() {
    if (isInCall) setIsMinimised(true);
    else onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (view.call.phase !== 'connecting') exit();
  }

  return (
    <PanelFrame
      panel={panel}
      title={words.panel}
      size={isSmall ? 'tile' : isInCall ? 'call' : 'form'}
      corner={corner}
      exit={isInCall ? 'minimise' : 'close'}
      onExit={exit}
      onKeyDown={onKeyDown}
    >
      <InviteLayer view={view} isHidden={isSmall}>
        <CallScreen
          view={view}
          words={words}
          isMinimised={isSmall}
          onRestore={() => setIsMinimised(false)}
          onClose={onClose}
          mayCallAgain={mayCallAgain}
          stageClassName={stage}
        />
      </InviteLayer>
      <p role="status" className="bg-warn-soft px-4 py-2 text-center text-sm font-medium empty:hidden">
        {isLinkHeld && t('linkHeld')}
      </p>
      <Announcer view={view} />
    </PanelFrame>
  );
}
