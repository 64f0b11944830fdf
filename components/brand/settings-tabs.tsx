'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const PARTS = [
  { href: '/dashboard/settings', label: 'Meetings' },
  { href: '/dashboard/settings/brand', label: 'Brand and hours' },
] as const;

/** The parts of the settings. */
export function SettingsTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
      <ul className="-mx-1.5 flex flex-wrap gap-y-1 sm:mx-0 sm:gap-x-1.5">
        {PARTS.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="flex min-h-11 items-center rounded-control px-1.5 text-sm text-ink-soft
                hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-semibold
                aria-[current=page]:text-ink sm:px-3.5 sm:text-[0.9375rem]"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
