import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from './badge';

type BarButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Beneath the symbol where there is room, and always for who cannot see it. */
  label: string;
  /** Where there is more to say than the label does; contains it. */
  fullLabel?: string;
  tone?: 'plain' | 'off' | 'active' | 'leave';
  /** How many of something are new; 0 is not shown. */
  badge?: number;
  /** Takes no press for the moment, but keeps the keyboard's focus. */
  isPending?: boolean;
};

const tones = {
  plain: 'bg-sunken text-ink group-hover:bg-line',
  off: 'bg-ink text-surface group-hover:opacity-85',
  active: 'bg-accent text-on-accent group-hover:bg-accent-strong',
  leave: 'bg-danger text-on-danger group-hover:bg-danger-strong',
};

/** A control of the bar: 44 px on a phone, with its word beneath where the bar is wide enough. */
export function BarButton(props: BarButtonProps) {
  const {
    icon: Icon,
    label,
    fullLabel,
    tone = 'plain',
    badge = 0,
    isPending,
    className = '',
    onClick,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      title={fullLabel ?? label}
      aria-label={fullLabel ?? label}
      aria-disabled={isPending || undefined}
      onClick={isPending ? undefined : onClick}
      className={`group flex min-w-11 flex-col items-center gap-1 rounded-control text-[0.6875rem]/tight font-medium
        text-ink-soft aria-disabled:opacity-55 @min-[28rem]:w-12.5 @min-[40rem]:w-18 @min-[40rem]:text-xs ${className}`}
    >
      <span
        className={`relative grid size-11 place-items-center rounded-full transition-colors duration-150 ${tones[tone]}`}
      >
        <Icon aria-hidden="true" className={`size-5 ${isPending ? 'animate-pulse' : ''}`} strokeWidth={1.75} />
        <Badge count={badge} className="-end-1 -top-1" />
      </span>
      <span
        aria-hidden="true"
        className="hidden max-w-full text-center text-balance hyphens-auto wrap-anywhere @min-[28rem]:block"
      >
        {label}
      </span>
    </button>
  );
}
