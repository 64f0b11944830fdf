import { useEffect, useRef } from 'react';
import { FailureNote } from './failure-note';
import type { Failure } from './rules-api';

/** Why what was just tried was not done. Takes the focus: what had it may be gone with the form or row. */
export function FailureNotice({ failure }: { failure: Failure }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [failure]);
  return (
    <div ref={box} tabIndex={-1} className="mt-4 outline-none">
      <FailureNote failure={failure} />
    </div>
  );
}
