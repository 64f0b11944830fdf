'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { UnansweredCount } from '@/components/messages/unanswered-count';

const PAGES = [
  { href: '/dashboard', label: 'Live' },
  { href: '/dashboard/messages', label: 'Messages' },
  { href: '/dashboard/history', label: 'History' },
  { href: '/dashboard/connection', label: 'Connection' },
  { href: '/dashboard/settings', label: 'Settings' },
  { href: '/dashboard/media-locations', label: 'Media locations' },
  { href: '/dashboard/devices', label: 'Devices' },
  { href: '/dashboard/webhooks', label: 'Webhooks' },
];

type DeskNavProps = { pathname: string; className?: string };

/**
 * The pages of the desk in a row that scrolls where it has no room, and fades where it goes on. The current one is marked,
 * and in sight.
 */
export function DeskNav({ pathname, className = '' }: DeskNavProps) {
  const list = useRef<HTMLUListElement>(null);
  const [isGoingOn, setIsGoingOn] = useState(false);

  useEffect(() => {
    const row = list.current;
    if (!row) return;
    const look = () => setIsGoingOn(row.scrollLeft + row.clientWidth < row.scrollWidth - 1);
    // It also looks at once.
    const observer = new ResizeObserver(look);
    observer.observe(row);
    row.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      row.removeEventListener('scroll', look);
    };
  }, []);

  // Only the row itself: `scrollIntoView` would move the page as well.
  useEffect(() => {
    const row = list.current;
    const current = row?.querySelector('[aria-current=page]')?.getBoundingClientRect();
    if (!row || !current) return;
    const seen = row.getBoundingClientRect();
    if (current.left < seen.left) row.scrollLeft -= seen.left - current.left + 16;
    if (current.right > seen.right) row.scrollLeft += current.right - seen.right + 16;
  }, [pathname]);

  return (
    <nav aria-label="Desk" className={`min-w-0 ${className}`}>
      <ul
        ref={list}
        data-goes-on={isGoingOn || undefined}
        className="flex overflow-x-auto px-1 [scrollbar-width:none]
          data-goes-on:[mask-image:linear-gradient(to_left,transparent,black_3rem)] sm:px-4 lg:px-0"
      >
        {PAGES.map(({ href, label }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              aria-current={isAt(pathname, href) ? 'page' : undefined}
              className="relative flex min-h-11 items-center px-1.5 text-sm font-medium whitespace-nowrap text-ink-soft
                transition-colors after:absolute after:inset-x-1.5 after:bottom-0 after:h-0.5 after:rounded-full
                hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:text-ink
                aria-[current=page]:after:bg-accent sm:px-2.5 sm:text-[0.9375rem] sm:after:inset-x-2.5 lg:min-h-14"
            >
              {label}
              {href === '/dashboard/messages' && <UnansweredCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The live list is the desk's own address, so every other page lies below it. */
function isAt(pathname: string, href: string): boolean {
  return pathname === href || (href !== '/dashboard' && pathname.startsWith(`${href}/`));
}
