'use client';

import { Menu, X } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

const PAGES = [
  { href: '/', label: 'Home' },
  { href: '/cover', label: 'Cover' },
  { href: '/claims', label: 'Claims' },
  { href: '/contact', label: 'Contact' },
];

/** The pages in a row; on a phone behind a menu button. The current page is marked for eyes and for screen readers. */
export function SiteNav() {
  const pathname = usePathname();
  return (
    <>
      <nav aria-label="Main" className="hidden md:block">
        <ul className="flex items-center gap-1">
          {PAGES.map((page) => (
            <li key={page.href}>
              <Link
                href={page.href}
                aria-current={pathname === page.href ? 'page' : undefined}
                className="relative inline-flex min-h-11 items-center px-3.5 text-[0.9375rem] font-medium text-ink-soft
                  transition-colors after:absolute after:inset-x-3.5 after:bottom-1.5 after:h-0.5 after:rounded-full
                  hover:text-ink aria-[current=page]:text-ink aria-[current=page]:after:bg-accent"
              >
                {page.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* A new page gets a new menu, which is closed. */}
      <PhoneMenu key={pathname} pathname={pathname} />
    </>
  );
}

function PhoneMenu({ pathname }: { pathname: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen]);

  return (
    <div
      className="md:hidden"
      onBlur={(event) => {
        // The keyboard has walked on: do not leave the menu lying over the page. A tap in Safari focuses nothing.
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls="phone-menu"
        onClick={() => setIsOpen(!isOpen)}
        className="-mr-2 inline-flex min-h-11 items-center gap-2 rounded-control px-2 font-semibold"
      >
        {isOpen ? <X aria-hidden="true" className="size-5" /> : <Menu aria-hidden="true" className="size-5" />}
        Menu
      </button>
      <nav
        id="phone-menu"
        aria-label="Main"
        hidden={!isOpen}
        className="absolute inset-x-0 top-full border-y border-line bg-surface px-5 py-2 shadow-card"
      >
        <ul className="divide-y divide-line">
          {PAGES.map((page) => (
            <li key={page.href}>
              <Link
                href={page.href}
                aria-current={pathname === page.href ? 'page' : undefined}
                onClick={() => setIsOpen(false)}
                className="flex min-h-13 items-center justify-between font-display text-xl
                  aria-[current=page]:text-accent aria-[current=page]:after:size-2 aria-[current=page]:after:rounded-full
                  aria-[current=page]:after:bg-accent"
              >
                {page.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
