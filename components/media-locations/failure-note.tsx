import type { ReactNode } from 'react';
import type { Failure } from './rules-api';

/** Why something was not done, and what to do next. */
export function FailureNote({ failure, children }: { failure: Failure; children?: ReactNode }) {
  return (
    <div role="alert" className="rounded-control bg-danger-soft px-3.5 py-3 text-[0.9375rem] leading-snug">
      <p>
        {failure.code === 'unauthorized' ? (
          // A whole page load, so that nothing of the last agent's desk is kept.
          <a href="/sign-in?callbackUrl=/dashboard/media-locations" className="font-semibold text-danger underline">
            You are signed out. Sign in again
          </a>
        ) : (
          (failure.detail ?? 'Something went wrong. Try again in a moment.')
        )}
      </p>
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">{children}</div>
    </div>
  );
}
