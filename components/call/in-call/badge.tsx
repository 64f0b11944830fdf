/** How many of something are new; the button's own name says it to who listens. */
export function Badge({ count, className }: { count: number; className: string }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      className={`absolute min-w-5 rounded-full bg-danger px-1 text-center text-[0.6875rem]/5 font-bold text-on-danger
        tabular-nums ring-2 ring-surface ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
