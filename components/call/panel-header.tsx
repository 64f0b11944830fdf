import { Minus, X } from 'lucide-react';

type PanelHeaderProps = { title: string; isInCall: boolean; onMinimise: () => void; onClose: () => void };

/** A call can be made small but not closed by accident; anything else can be closed. */
export function PanelHeader({ title, isInCall, onMinimise, onClose }: PanelHeaderProps) {
  return (
    <header className="flex flex-none items-center justify-between border-b border-line py-2 pr-2 pl-5">
      <p className="text-sm font-semibold">{title}</p>
      <div className="flex">
        {isInCall ? (
          <HeaderButton label="Minimise" icon={Minus} onClick={onMinimise} />
        ) : (
          <HeaderButton label="Close" icon={X} onClick={onClose} />
        )}
      </div>
    </header>
  );
}

function HeaderButton({ label, icon: Icon, onClick }: { label: string; icon: typeof X; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-11 place-items-center rounded-control text-ink-soft transition-colors duration-150 hover:bg-sunken
        hover:text-ink"
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
    </button>
  );
}
