'use client';

import Link from 'next/link';
import { Button, buttonClasses } from '@/components/ui/button';

/** Shown when a page could not be made. The cause is in the server's log; the visitor gets a way on. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col justify-center px-5 py-16 sm:px-8">
      <h1 className="max-w-2xl font-display text-[min(2.5rem,13vw)] leading-[1.08] font-medium tracking-[-0.02em] text-balance sm:text-[3.25rem]">
        Something went wrong on our side.
      </h1>
      <p className="mt-5 max-w-lg text-lg leading-relaxed text-ink-soft">
        It is nothing you did. Try again in a moment.
      </p>
      <div className="mt-9 flex flex-wrap gap-3">
        <Button size="large" onClick={() => retry()}>
          Try again
        </Button>
        <Link href="/" className={buttonClasses('secondary', 'large')}>
          Back to the home page
        </Link>
      </div>
    </main>
  );
}
