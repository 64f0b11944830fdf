import type { LucideIcon } from 'lucide-react';

type MenuItemProps = { icon: LucideIcon; label: string; className?: string; onPress: () => void };

/** One of the choices that stand below each other. */
export function MenuItem({ icon: Icon, label, className = '', onPress }: MenuItemProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className={`flex min-h-11 items-center gap-3 rounded-control px-3 text-start text-sm font-medium hover:bg-sunken
        ${className}`}
    >
      <Icon aria-hidden="true" className="size-5 flex-none text-ink-soft" strokeWidth={1.75} />
      {label}
    </button>
  );
}
