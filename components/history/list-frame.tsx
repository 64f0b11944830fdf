import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type ListFrameProps = {
  pending: 'filter' | 'older' | null;
  failure: string | null;
  count: number;
  hasOlder: boolean;
  onOlder: () => void;
  /** What stands there instead of no rows. */
  empty: ReactNode;
  children: ReactNode;
};

/** A list's rows, with what there is to say about fetching them. */
export function ListFrame({ pending, failure, count, hasOlder, onOlder, empty, children }: ListFrameProps) {
  return (
    <>
      <p role="status" className={failure ? 'mt-3 text-[0.9375rem] text-danger' : 'sr-only'}>
        {failure ?? (pending === 'filter' ? 'Looking…' : `${count} shown`)}
      </p>
      {count === 0 ? (
        empty
      ) : (
        <ul
          aria-busy={pending === 'filter' || undefined}
          className="mt-4 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card
            aria-busy:opacity-60"
        >
          {children}
        </ul>
      )}
      {hasOlder && (
        <Button variant="secondary" className="mt-3" busy={pending === 'older'} onClick={onOlder}>
          Show older
        </Button>
      )}
    </>
  );
}

type NothingProps = { title: string; children: ReactNode };

/** That there is nothing, and what that means. */
export function Nothing({ title, children }: NothingProps) {
  return (
    <div className="mt-4 rounded-card border border-dashed border-line bg-surface px-5 py-9 text-center">
      <p className="font-semibold">{title}</p>
      <p className="mx-auto mt-1 max-w-lg text-[0.9375rem] text-ink-soft">{children}</p>
    </div>
  );
}
