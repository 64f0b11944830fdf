import { Phone } from 'lucide-react';
import { PHONE } from './offices';
import { SiteNav } from './site-nav';
import { Wordmark, type WordmarkProps } from './wordmark';

export function SiteHeader({ wordmark }: { wordmark?: WordmarkProps }) {
  return (
    <header className="relative z-30 border-b border-line bg-canvas">
      {/* First in the tab order, so that nobody has to walk through the navigation on every page. */}
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only
          focus:absolute focus:top-3 focus:left-3 focus:z-40 focus:px-4 focus:py-3"
      >
        Skip to the content
      </a>
      <div className="mx-auto flex min-h-18 w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 px-5 py-2 sm:px-8">
        <Wordmark {...wordmark} />
        <SiteNav />
        <a
          href={PHONE.href}
          className="hidden min-h-11 items-center gap-2 text-[0.9375rem] font-medium text-ink-soft hover:text-ink lg:inline-flex"
        >
          <Phone aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {PHONE.display}
        </a>
      </div>
    </header>
  );
}
