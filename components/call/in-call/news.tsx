import { ReadAloud } from '../read-aloud';
import type { Told } from './use-news';

/** What happens in the call, at once for who listens. Always there, or its first words would be lost. */
export function HeardNews({ told }: { told: Told }) {
  return (
    <ReadAloud>
      {/* A new element each time, so that the same words are read again when the same happens again. */}
      {told.number > 0 && <p key={told.number}>{told.line}</p>}
    </ReadAloud>
  );
}

/** The same for eyes, for a moment above the pictures. */
export function SeenNews({ told, className = '' }: { told: Told; className?: string }) {
  if (!told.isFresh) return null;
  return (
    <div aria-hidden="true" className={`pointer-events-none order-last flex w-full justify-center ${className}`}>
      {/* The clamp has no padding of its own: a third line would be seen in it. */}
      <p className="rounded-2xl bg-stage/85 px-3.5 py-1.5 text-sm font-medium wrap-anywhere text-on-stage">
        <span className="line-clamp-2">{told.line}</span>
      </p>
    </div>
  );
}
