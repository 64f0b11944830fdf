import { MessageCircle, Video } from 'lucide-react';

type CallButtonProps = { label: string; isOpen: boolean; isLoading: boolean; onClick: () => void };

/** The button in the corner of every page of the site. */
export function CallButton({ label, isOpen, isLoading, onClick }: CallButtonProps) {
  const Icon = isOpen ? Video : MessageCircle;
  return (
    <button
      type="button"
      aria-busy={isLoading || undefined}
      onClick={onClick}
      className={`flex min-h-14 items-center gap-2.5 rounded-full ps-5 pe-6 text-start font-semibold shadow-panel
        transition-colors duration-150 ${
          isOpen
            ? 'bg-accent text-on-accent hover:bg-accent-strong'
            : 'border border-line bg-surface text-ink hover:border-ink-soft'
        }`}
    >
      <Icon aria-hidden="true" className={`size-5 flex-none ${isLoading ? 'animate-pulse' : ''}`} strokeWidth={1.75} />
      {label}
    </button>
  );
}
