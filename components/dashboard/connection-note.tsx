import type { LiveConnection } from './follow-live-list';

/** Whether what the desk shows is true at this moment. */
export function ConnectionNote({ connection }: { connection: LiveConnection }) {
  return (
    <span role="status" className="text-sm">
      {connection === 'live' && <Note dot="bg-good">Live</Note>}
      {connection === 'reconnecting' && (
        <Note dot="bg-warn animate-pulse" className="text-warn">
          Reconnecting…
        </Note>
      )}
      {connection === 'outdated' && (
        // Never by itself: the agent may be in a call, which a new page would end.
        <a href="/dashboard" className="font-semibold text-danger underline">
          This desk is out of date. Reload it
        </a>
      )}
      {connection === 'signed-out' && (
        // A whole page load, so that nothing of the last agent's desk is kept.
        <a href="/sign-in?callbackUrl=/dashboard" className="font-semibold text-danger underline">
          You are signed out. Sign in again
        </a>
      )}
    </span>
  );
}

function Note({ dot, className = 'text-ink-soft', children }: { dot: string; className?: string; children: string }) {
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${className}`}>
      <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
      {children}
    </span>
  );
}
