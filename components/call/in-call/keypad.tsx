import { useState } from 'react';
import { useTranslations } from 'use-intl';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const names: Record<string, 'star' | 'hash'> = { '*': 'star', '#': 'hash' };
/** As many as one can take in at a glance. */
const SHOWN = 24;

/** Tones for a voice menu at the other end, from here or from the keyboard's own digits. */
export function Keypad({ onKey }: { onKey: (key: string) => void }) {
  const t = useTranslations('call.keypad');
  const [sent, setSent] = useState('');
  const press = (key: string) => {
    onKey(key);
    setSent((before) => (before + key).slice(-SHOWN));
  };
  return (
    <div
      onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
        if (KEYS.includes(key) && !ctrlKey && !metaKey && !altKey) press(key);
      }}
    >
      <p className="text-sm text-ink-soft">{t('lead')}</p>
      <output
        aria-label={t('sent')}
        dir="ltr"
        className="mt-3 block h-9 truncate rounded-control bg-sunken px-3 text-center font-mono text-lg/9 tracking-widest"
      >
        {sent}
      </output>
      <div dir="ltr" className="mx-auto mt-3 grid max-w-56 grid-cols-3 gap-2">
        {KEYS.map((key) => (
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
