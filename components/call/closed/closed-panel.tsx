'use client';

import { CircleCheck, Clock } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { BrandResponse } from '@/lib/brand/schemas';
import { clockSkewMs } from '@/lib/call/call-clock';
import { useNow } from '@/lib/call/use-now';
import { languageFrom } from '@/lib/words/language-from';
import type { Language } from '@/lib/words/languages';
import { loadLateWords } from '@/lib/words/late-words';
import type { LateMessages } from '@/lib/words/messages';
import type { PanelCorner } from '../frame/panel-corner';
import { PanelFrame } from '../frame/panel-frame';
import { LateWords } from '../late-words';
import { PanelMessage } from '../panel-message';
import { useViewFocus } from '../use-view-focus';
import { MessageForm } from './message-form';
import { useMessage } from './use-message';

/** What the form says: it comes with it, and not with the panel. */
export type ClosedWords = Pick<LateMessages, 'closed'>;

export const loadClosedWords = (language: Language): Promise<ClosedWords> => loadLateWords('closed', language);

type ClosedPanelProps = { brand: BrandResponse; corner: PanelCorner; onClose: () => void; onCall: () => void };

const dayAndTime = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** In the place of the call while nobody is there: when somebody is, and a message or a time to ask for. */
export function ClosedPanel({ words, ...props }: ClosedPanelProps & { words: ClosedWords }) {
  return (
    <LateWords words={words}>
      <SpokenPanel {...props} />
    </LateWords>
  );
}

function SpokenPanel({ brand, corner, onClose, onCall }: ClosedPanelProps) {
  const t = useTranslations('closed');
  const panel = useRef<HTMLElement>(null);
  const message = useMessage(languageFrom([useLocale()]));
  const isSent = message.state === 'sent';
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useViewFocus(panel, String(isSent));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
  }

  return (
    <PanelFrame
      panel={panel}
      title={t('title')}
      size="form"
      corner={corner}
      exit="close"
      onExit={onClose}
      onKeyDown={onKeyDown}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto overscroll-contain p-5">
        {isSent ? (
          <Sent brand={brand} onClose={onClose} />
        ) : (
          <>
            <Hours brand={brand} onCall={onCall} />
            <MessageForm brand={brand} message={message} />
          </>
        )}
      </div>
    </PanelFrame>
  );
}

/** When it opens again, where the visitor is; and once it has, the way to the call. */
function Hours({ brand, onCall }: Pick<ClosedPanelProps, 'brand' | 'onCall'>) {
  const t = useTranslations('closed');
  const format = useFormatter();
  const [skewMs] = useState(() => clockSkewMs(brand.serverTime, Date.now(), Date.now()));
  const now = useNow(skewMs);
  const opensAtMs = brand.opensAt === null ? null : Date.parse(brand.opensAt);
  const hasOpened = opensAtMs !== null && now !== null && now >= opensAtMs;
  return (
    <div>
      <h2 tabIndex={-1} data-view-focus className="font-display text-2xl font-medium tracking-tight outline-none">
        {t('heading')}
      </h2>
      <p role="status" className="mt-1.5 flex gap-2 text-sm text-ink-soft">
        <Clock aria-hidden="true" className="mt-0.5 size-4 flex-none" />
        {hasOpened
          ? t('openNow')
          : opensAtMs === null
            ? t('opensLater')
            : t('opensAt', { when: format.dateTime(opensAtMs, dayAndTime) })}
      </p>
      {hasOpened && (
        <Button className="mt-3" onClick={onCall}>
          {t('call')}
        </Button>
      )}
    </div>
  );
}

function Sent({ brand, onClose }: Pick<ClosedPanelProps, 'brand' | 'onClose'>) {
  const t = useTranslations('closed.sent');
  return (
    <PanelMessage icon={CircleCheck} tone="good" title={t('title')} lead={t('lead', { name: brand.companyName })}>
      <Button variant="secondary" onClick={onClose}>
        {t('close')}
      </Button>
    </PanelMessage>
  );
}
