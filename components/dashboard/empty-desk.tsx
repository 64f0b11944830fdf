import { Coffee } from 'lucide-react';
import Link from 'next/link';

export function EmptyDesk() {
  return (
    <div className="mt-8 rounded-card border border-dashed border-line bg-surface px-6 py-14 text-center">
      <Coffee aria-hidden="true" className="mx-auto size-9 text-accent" strokeWidth={1.5} />
      <h2 className="mt-4 text-lg font-semibold">All quiet. Nobody needs you right now.</h2>
      <p className="mx-auto mt-1.5 max-w-md text-[0.9375rem] leading-relaxed text-ink-soft">
        When a visitor starts a call on the site it appears here by itself; keep this page open. To see one arrive, call
        from the{' '}
        <Link href="/" target="_blank" className="font-medium text-accent underline underline-offset-2">
          website
        </Link>{' '}
        in another window.
      </p>
    </div>
  );
}
