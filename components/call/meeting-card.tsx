import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type MeetingCardProps = { icon: LucideIcon; title: string; children: ReactNode };

/** A quiet card in the middle of the join page, where there is no call to show. */
export function MeetingCard({ icon: Icon, title, children }: MeetingCardProps) {
  return (
    <div className="w-[calc(100%-2rem)] max-w-md rounded-panel border border-line bg-surface px-8 py-10 text-center shadow-card">
      <span className="mx-auto grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <h1 className="mt-5 font-display text-2xl font-medium tracking-tight text-balance">{title}</h1>
      <div className="mt-2 leading-relaxed text-balance text-ink-soft">{children}</div>
    </div>
  );
}
