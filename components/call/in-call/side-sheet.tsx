import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

type SideSheetProps = { title: string; onClose: () => void; children: ReactNode; isFilled?: boolean };

const place =
  'relative min-h-72 flex-1 border-t border-line bg-surface text-ink ' +
  '@max-[48rem]:card:h-80 @max-[48rem]:card:flex-none ' +
  '@min-[48rem]:w-88 @min-[48rem]:flex-none @min-[48rem]:border-s @min-[48rem]:border-t-0 ' +
  'max-card:landscape:min-h-0 max-card:landscape:border-s max-card:landscape:border-t-0';

/** A phone's keyboard would cover what one came to read. */
const hasKeyboard = () => window.matchMedia('(hover: hover)').matches;

/** The area beside the stage, or below it where the call is narrow. Takes the focus, since it was asked for: to where one writes, or to its title. */
export function SideSheet({ title, onClose, isFilled = false, children }: SideSheetProps) {
  const t = useTranslations('call.sheet');
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = hasKeyboard() ? section.current?.querySelector('textarea') : null;
    (field ?? section.current?.querySelector('h3'))?.focus({ preventScroll: true });
  }, [title]);
  return (
    <section ref={section} data-focus-area aria-labelledby={id} className={place}>
      {/* Out of the flow: a long chat scrolls in here, and does not stretch the page. */}
      <div className="absolute inset-0 flex flex-col">
        <div className="flex flex-none items-center justify-between ps-4 pe-1.5 pt-1">
          <h3 id={id} tabIndex={-1} data-area-focus className="text-sm font-semibold outline-none">
            {title}
          </h3>
          <button
            type="button"
            aria-label={t('close', { title })}
            title={t('close', { title })}
            onClick={onClose}
            className="grid size-11 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden="true" className="size-5" strokeWidth={1.75} />
          </button>
        </div>
        {isFilled ? (
          children
        ) : (
          // Focusable, so that one can scroll with the keyboard where there is nothing else to go to.
          <div
            tabIndex={0}
            role="group"
            aria-labelledby={id}
            className="min-h-0 flex-1 overflow-y-auto px-4 pb-4 -outline-offset-2"
          >
            {children}
          </div>
        )}
      </div>
    </section>
  );
}
