import { GripVertical } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { cornerByKey, nextCorner, seenCorner, type PanelCorner } from './panel-corner';

type MoveHandleProps = {
  corner: PanelCorner;
  direction: 'ltr' | 'rtl';
  onMove: (corner: PanelCorner) => void;
  className?: string;
};

/** Moves the panel for whoever cannot pull it: a press to the next corner, an arrow key to the one it points at. */
export function MoveHandle({ corner, direction, onMove, className = '' }: MoveHandleProps) {
  const t = useTranslations('panel.move');
  const hint = useId();
  const [hasMoved, setHasMoved] = useState(false);

  function move(next: PanelCorner) {
    setHasMoved(true);
    onMove(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = cornerByKey(event.key, corner, direction);
    if (!next) return;
    event.preventDefault(); // the page would scroll
    move(next);
  }

  return (
    <>
      <button
        type="button"
        data-drag-handle
        aria-label={t('label')}
        aria-describedby={hint}
        title={t('label')}
        onClick={() => move(nextCorner(corner))}
        onKeyDown={onKeyDown}
        className={`size-11 cursor-grab touch-none place-items-center rounded-control transition-colors duration-150
          active:cursor-grabbing ${className}`}
      >
        <GripVertical aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </button>
      <span id={hint} hidden>
        {t('hint')}
      </span>
      <span role="status" className="sr-only">
        {hasMoved && t(seenCorner(corner, direction))}
      </span>
    </>
  );
}
