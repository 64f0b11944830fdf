import { Minus, X } from 'lucide-react';
import type { PointerEventHandler, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useBrandLogo } from './brand-logo';

type PanelHeaderProps = {
  title: string;
  /** A call can be made small but not closed by accident; anything else can be closed. */
  exit: 'minimise' | 'close';
  onExit: () => void;
  /** The panel is pulled by its header. */
  onPointerDown: PointerEventHandler<HTMLElement>;
  children: ReactNode;
};

const symbols = { minimise: Minus, close: X };

export function PanelHeader({ title, exit, onExit, onPointerDown, children }: PanelHeaderProps) {
  const t = useTranslations('panel');
  const logo = useBrandLogo();
  const Icon = symbols[exit];
  return (
    <header
      onPointerDown={onPointerDown}
      className="relative flex flex-none touch-none items-center gap-2.5 border-b border-line py-2 ps-5 pe-2 select-none
        max-card:landscape:py-0 card:cursor-grab card:active:cursor-grabbing"
    >
      <span
        aria-hidden="true"
        className="absolute inset-x-0 top-1.5 mx-auto h-1 w-9 rounded-full bg-line card:hidden landscape:hidden"
      />
      {logo && (
        // Its own size is not known here, and Next's optimiser has nothing to do for a logo that is small already.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={logo} alt="" draggable={false} className="h-5 max-w-32 object-contain" />
      )}
      <p dir="auto" className="min-w-0 flex-1 truncate text-start text-sm font-semibold">
        {title}
      </p>
      <div className="flex flex-none">
        {children}
        <button
          type="button"
          aria-label={t(exit)}
          title={t(exit)}
          onClick={onExit}
          className="grid size-11 place-items-center rounded-control text-ink-soft transition-colors duration-150
            hover:bg-sunken hover:text-ink"
        >
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </button>
      </div>
    </header>
  );
}
