'use client';

import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { PanelHeader } from '../panel-header';
import { useLanguageAttributes } from '../words-provider';
import { MoveHandle } from './move-handle';
import { nearestCorner, type PanelCorner } from './panel-corner';
import { useDrag, type Drop } from './use-drag';
import { usePanelCorner } from './use-panel-corner';

export type PanelSize = 'form' | 'call' | 'tile';

type PanelFrameProps = {
  panel: RefObject<HTMLElement | null>;
  title: string;
  size: PanelSize;
  /** Where it is until the visitor moves it. */
  corner?: PanelCorner;
  /** The way out that the header offers: making it small, or closing it. A sheet that is pulled down takes it too. */
  exit: 'minimise' | 'close';
  onExit: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
};

// `card` is a variant of ours (globals.css): from a tablet on. On a phone the panel is a sheet from below, and a phone
// that lies on its side has no height to spare.
const CARD = '(min-width: 40rem) and (min-height: 30rem)';
const isSheet = () => !window.matchMedia(CARD).matches;

/** Pulled down so far, a sheet is put away. */
const AWAY_PX = 96;

const base =
  'fixed z-50 flex flex-col overflow-hidden border border-line bg-surface text-ink shadow-panel outline-none';
const settle = 'transition-[opacity,translate] duration-200 ease-settle starting:translate-y-4 starting:opacity-0';
const sheet =
  'inset-x-0 bottom-0 max-h-[calc(100dvh-max(1.5rem,env(safe-area-inset-top)))] rounded-t-panel ' +
  'max-card:landscape:max-h-dvh max-card:landscape:rounded-none card:inset-auto card:max-h-[calc(100dvh-3rem)] ' +
  'card:rounded-panel pl-[env(safe-area-inset-left)] pr-[env(safe-area-inset-right)] card:p-0';
const cardAt: Record<PanelCorner, string> = {
  'top-start': 'card:start-6 card:top-6',
  'top-end': 'card:end-6 card:top-6',
  'bottom-start': 'card:start-6 card:bottom-6',
  'bottom-end': 'card:end-6 card:bottom-6',
};
const tileAt: Record<PanelCorner, string> = {
  'top-start': 'start-[max(0.75rem,var(--safe-x))] top-[max(0.75rem,env(safe-area-inset-top))]',
  'top-end': 'end-[max(0.75rem,var(--safe-x))] top-[max(0.75rem,env(safe-area-inset-top))]',
  'bottom-start': 'start-[max(0.75rem,var(--safe-x))] bottom-[max(0.75rem,env(safe-area-inset-bottom))]',
  'bottom-end': 'end-[max(0.75rem,var(--safe-x))] bottom-[max(0.75rem,env(safe-area-inset-bottom))]',
};
// A form needs no more room than on a phone that stands upright; the page stays in sight beside it.
const widths = {
  form:
    'max-card:landscape:inset-x-auto max-card:landscape:end-0 max-card:landscape:h-full max-card:landscape:w-[25rem] ' +
    'card:w-[25rem]',
  call: 'h-full card:h-auto card:w-[30rem]',
};

/** What the panel stands in: it is pulled to a corner of the page or, on a phone, put away downwards. It is no modal. */
export function PanelFrame(props: PanelFrameProps) {
  const { panel, title, size, exit, onExit, onKeyDown, children } = props;
  const language = useLanguageAttributes();
  const { corner, moveTo } = usePanelCorner(panel, props.corner ?? 'bottom-end');
  const isTile = size === 'tile';

  function onDrop({ rect, downPx }: Drop) {
    if (!isTile && isSheet()) {
      if (downPx > AWAY_PX) onExit();
      return;
    }
    const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    const page = { width: window.innerWidth, height: window.innerHeight };
    moveTo(nearestCorner(middle, page, language.dir), rect);
  }
  const onPointerDown = useDrag(panel, { isSheet: () => !isTile && isSheet(), onDrop });
  const handle = { corner, direction: language.dir, onMove: (next: PanelCorner) => moveTo(next) };

  const place = isTile ? `${tileAt[corner]} w-56 rounded-card card:w-72` : `${sheet} ${widths[size]}`;
  return (
    <section
      ref={panel}
      {...language}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      data-corner={corner}
      onKeyDown={onKeyDown}
      onPointerDown={isTile ? onPointerDown : undefined}
      className={`${base} ${settle} ${place} ${cardAt[corner]} ${isTile ? 'cursor-grab touch-none select-none' : ''}`}
    >
      {isTile ? (
        <div className="absolute end-1 top-1 z-10">
          <MoveHandle {...handle} className="grid bg-stage/60 text-on-stage hover:bg-stage" />
        </div>
      ) : (
        <PanelHeader title={title} exit={exit} onExit={onExit} onPointerDown={onPointerDown}>
          <MoveHandle {...handle} className="hidden text-ink-soft hover:bg-sunken hover:text-ink card:grid" />
        </PanelHeader>
      )}
      {children}
    </section>
  );
}
