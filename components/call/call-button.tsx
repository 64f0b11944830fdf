import { Video } from 'lucide-react';

type CallButtonProps = { isLoading: boolean; onClick: () => void };

/** The button in the corner of every page of the site. */
export function CallButton({ isLoading, onClick }: CallButtonProps) {
  return (
    <button
      type="button"
      aria-busy={isLoading || undefined}
      onClick={onClick}
      className="flex min-h-14 items-center gap-2.5 rounded-full bg-accent pr-6 pl-5 font-semibold text-on-accent shadow-panel
        transition-colors duration-150 hover:bg-accent-strong"
    >
      <Video aria-hidden="true" className={`size-5 ${isLoading ? 'animate-pulse' : ''}`} strokeWidth={1.75} />
      Talk to us
    </button>
  );
}
