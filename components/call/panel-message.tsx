import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type PanelMessageProps = {
  icon: LucideIcon;
  tone?: 'accent' | 'good';
  title: string;
  lead: string;
  /** What one can do next, and whatever else belongs below. */
  children: ReactNode;
};

const tones = { accent: 'bg-accent-soft text-accent', good: 'bg-good-soft text-good' };

/** The whole of a panel's view where there is one thing to say: a sign, a title, a sentence, the next steps. */
export function PanelMessage({ icon: Icon, tone = 'accent', title, lead, children }: PanelMessageProps) {
  return (
    <div className="flex min-h-72 flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <span className={`grid size-14 flex-none place-items-center rounded-full ${tones[tone]}`}>
        <Icon aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <div>
        <h2
          tabIndex={-1}
          data-view-focus
          className="font-display text-2xl font-medium tracking-tight text-balance outline-none"
        >
          {title}
        </h2>
        <p className="mx-auto mt-1.5 max-w-xs text-sm leading-relaxed text-balance text-ink-soft">{lead}</p>
      </div>
      {children}
    </div>
  );
}
