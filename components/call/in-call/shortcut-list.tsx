import { useTranslations } from 'use-intl';
import { singleKeys } from '@/lib/call/kept-choices';
import { shortcutList } from '@/lib/call/shortcuts';
import { KeptCheck } from './kept-check';

export function ShortcutList() {
  const t = useTranslations('tools.shortcuts');
  const nameOf = (key: string) => (key === 'Space' ? t('space') : key === 'Esc' ? t('escape') : key);
  return (
    <>
      <p className="text-sm text-ink-soft">{t('lead')}</p>
      <KeptCheck label={t('on')} choice={singleKeys} />
      <dl className="divide-y divide-line text-sm">
        {shortcutList.map(([action, key]) => (
          <div key={action} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{t(action)}</dt>
            <dd>
              <kbd className="inline-block min-w-7 rounded border border-line bg-sunken px-1.5 text-center font-sans font-semibold">
                {nameOf(key)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
