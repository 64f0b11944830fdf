import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { keypadKey, KEYPAD_KEYS } from '@/lib/call/keypad-keys';

const names: Record<string, 'star' | 'hash'> = { '*': 'star', '#': 'hash' };
/** As many as there is room for: the newest. */
const SHOWN = 10;

/** Tones for a voice menu at the other end, from here or from the keyboard's own digits. */
export function Keypad({ onKey }: { onKey: (key: string) => void }) {
  const t = useTranslations('tools.keypad');
  const [sent, setSent] = useState('');
  const press = (key: string) => {
    onKey(key);
    setSent((before) => (before + key).slice(-SHOWN));
  };
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = keypadKey(event);
    if (key) press(key);
  });
  // All around it as well: when it opens, its title has the focus, so that it is read.
  useEffect(() => {
    const around = box.current?.closest<HTMLElement>('[data-focus-area]') ?? box.current;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    around?.addEventListener('keydown', listener);
    return () => around?.removeEventListener('keydown', listener);
  }, []);
  return (
    <div ref={box}>
      {/* Beside each other, so that all four rows of keys are in sight. */}
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-sm/snug text-balance text-ink-soft">{t('lead')}</p>
        <output
          aria-label={t('sent')}
          dir="ltr"
          className="h-11 w-40 flex-none rounded-control bg-sunken text-center font-mono text-lg/11 tracking-widest"
        >
          {sent}
        </output>
      </div>
      <div dir="ltr" className="mx-auto mt-2 grid max-w-56 grid-cols-3 gap-1.5">
        {KEYPAD_KEYS.map((key) => (
          <button
            key={key}
            type="button"
            aria-label={t('key', { key: names[key] ? t(names[key]) : key })}
            onClick={() => press(key)}
            className="h-11 rounded-control bg-sunken text-lg font-semibold tabular-nums hover:bg-line"
          >
            {key}
          </button>
        ))}
      </div>
    </div>
  );
}
