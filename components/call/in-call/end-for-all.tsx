import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { BarProps } from './control-bar';
import { MenuBox } from './menu-box';

/** Hosts may end the call for everybody: beside "Leave", which one presses more often, and never with one press. */
export function EndForAll({ view, commands, control, closeMenu }: BarProps) {
  const t = useTranslations('call.leaving');
  const { ui, change } = control;
  if (!commands.mayEndForAll) return null;
  const isOpen = ui.menu === 'end';
  return (
    <>
      <button
        type="button"
        aria-label={t('more')}
        title={t('more')}
        data-opens="end"
        aria-expanded={isOpen}
        onClick={() => change({ menu: isOpen ? null : 'end' })}
        className="-ms-1 grid h-11 w-6 flex-none place-items-center rounded-control text-ink-soft hover:bg-sunken
          hover:text-ink"
      >
        <ChevronDown aria-hidden="true" className="size-4 rotate-180" />
      </button>
      {isOpen && <EndMenu onEnd={() => view.session.actions.endForAll()} onClose={closeMenu} />}
    </>
  );
}

function EndMenu({ onEnd, onClose }: { onEnd: () => void; onClose: () => void }) {
  const t = useTranslations('call.leaving');
  const [isAsked, setIsAsked] = useState(false);
  const question = useId();
  return (
    <MenuBox
      label={t('title')}
      onClose={onClose}
      className="start-auto flex w-72 flex-col @min-[40rem]:start-2 gap-2 p-3"
    >
      {isAsked ? (
        <>
          <p id={question} className="px-1 text-sm font-semibold">
            {t('question')}
          </p>
          <Button variant="danger" aria-describedby={question} onClick={onEnd}>
            {t('end')}
          </Button>
          {/* Takes the keyboard from the button that is gone: a second Enter must not end it. */}
          <Button variant="quiet" aria-describedby={question} autoFocus onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      ) : (
        <Button variant="secondary" onClick={() => setIsAsked(true)}>
          {t('endForAll')}
        </Button>
      )}
    </MenuBox>
  );
}
