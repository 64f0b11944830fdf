'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

interface PagePart {
  href: string;
  label: string;
  /** Pages that belong to this part without being in the list. */
  under?: string;
}

/** The parts of a section of the desk; the one that is shown is marked. */
export function PageTabs({ label, parts }: { label: string; parts: readonly PagePart[] }) {
  const pathname = usePathname();
  const isAt = ({ href, under }: PagePart) => pathname === href || (under && pathname.startsWith(under));
  return (
    <nav aria-label={label} className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
      <ul className="-mx-1.5 flex flex-wrap gap-y-1 sm:mx-0 sm:gap-x-1.5">
        {parts.map((part) => (
          <li key={part.href}>
            <Link
              href={part.href}
              aria-current={isAt(part) ? 'page' : undefined}
              className="flex min-h-11 items-center rounded-control px-1.5 text-sm text-ink-soft
                hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-semibold
                aria-[current=page]:text-ink sm:px-3.5 sm:text-[0.9375rem]"
            >
              {part.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
