import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

type ControlButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Seen and heard alike: what pressing does. */
  label: string;
  tone?: 'plain' | 'off' | 'leave';
  /** Takes no press for the moment, but keeps the keyboard's focus. */
  isPending?: boolean;
};

const tones = {
  plain: 'bg-sunken text-ink group-hover:bg-line',
  off: 'bg-ink text-surface group-hover:opacity-85',
  leave: 'bg-danger text-on-danger group-hover:bg-danger-strong',
};

/** A round control with its word beneath, large enough for a thumb. */
export function ControlButton({
  icon: Icon,
  label,
  tone = 'plain',
  isPending,
  className = '',
  onClick,
  ...rest
}: ControlButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isPending || undefined}
      onClick={isPending ? undefined : onClick}
      className={`group flex min-w-16 flex-col items-center gap-1.5 rounded-control px-1 py-1 text-xs font-medium
        text-ink-soft aria-disabled:opacity-55 ${className}`}
    >
      <span className={`grid size-11 place-items-center rounded-full transition-colors duration-150 ${tones[tone]}`}>
        <Icon aria-hidden="true" className={`size-5 ${isPending ? 'animate-pulse' : ''}`} strokeWidth={1.75} />
      </span>
      {label}
    </button>
  );
}
