import { useEffect, useEffectEvent, useState } from 'react';
import { askedLinks } from '@/lib/call/asked-links';
import type { CallState } from '@/lib/call/call-machine';
import { askSite, isOnline } from '@/lib/call/network';
import { fateOf } from '@/lib/call/pressed-link';

const TOLD_MS = 6_000;

const openBeside = (href: string) => void window.open(href, '_blank', 'noopener');

/** While a call is on, no link of the page ends it. True for a while after one was held. */
export function usePressedLinks(call: CallState): boolean {
  const [held, setHeld] = useState(0);
  const isInCall = call.phase === 'in-call';
  const isSteady = isInCall && call.link === 'steady';
  const [links] = useState(() =>
    askedLinks({
      askSite,
      pageHref: () => window.location.href,
      openBeside,
      hold: () => setHeld((count) => count + 1),
    }),
  );

  const onPress = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || links.isGoing(link)) return;
    links.pressed();
    const { altKey, ctrlKey, metaKey, shiftKey, button } = event;
    const pressed = {
      href: link.href,
      isPlain: button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey,
      opensElsewhere: (link.target !== '' && link.target !== '_self') || link.hasAttribute('download'),
      leavesTheCall: 'leavesTheCall' in link.dataset,
    };
    const fate = fateOf(pressed, window.location.href, isSteady && isOnline());
    if (fate === 'go') return;
    event.preventDefault(); // which Next's links respect
    if (fate === 'beside') return openBeside(link.href);
    if (fate === 'hold') return setHeld((count) => count + 1);
    event.stopPropagation();
    void links.ask(link);
  });
  useEffect(() => {
    if (!isInCall) return;
    const listener = (event: MouseEvent) => onPress(event);
    // Before React hears of it.
    window.addEventListener('click', listener, true);
    return () => window.removeEventListener('click', listener, true);
  }, [isInCall]);

  useEffect(() => {
    if (held === 0) return;
    const timer = setTimeout(() => setHeld(0), TOLD_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return isInCall && held > 0;
}
