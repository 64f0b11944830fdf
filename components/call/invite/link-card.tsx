import { CalendarPlus, Check, Copy, Mail, QrCode, Share2, type LucideIcon } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useLocale, useTimeZone, useTranslations } from 'use-intl';
import { Button, buttonClasses } from '@/components/ui/button';
import { LinkQr } from './link-qr';
import { mailTo, useInviteText } from './use-invite-text';
import type { InviteFacts } from './use-invite-facts';
import { useMoment } from './use-moment';

type LinkCardProps = { facts: InviteFacts; link: string; label: string; inviter: string };

/** One link and the ways in which it can be handed on, each with until when it works. */
export function LinkCard({ facts, link, label, inviter }: LinkCardProps) {
  const t = useTranslations('invite');
  const until = useMoment()(facts.validUntilMs);
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'shown' | null>(null);
  const [isQrShown, setIsQrShown] = useState(false);
  const qr = useId();
  const invitation = useInviteText(facts, inviter);

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('shown'); // the page may not write to the clipboard: then by hand
      field.current?.select();
    }
  }

  async function share() {
    // Refused or given up: the dialog is still there, and nothing was said to have been done.
    await navigator.share({ ...invitation(null), url: link }).catch(() => undefined);
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <label className="min-w-0 flex-1 text-sm font-semibold">
          {label}
          <input
            ref={field}
            readOnly
            dir="ltr"
            value={link}
            onFocus={(event) => event.target.select()}
            className="mt-1.5 block min-h-11 w-full truncate rounded-control border border-field bg-sunken px-3 text-base
              font-normal text-ink"
          />
        </label>
        <Button onClick={() => void copy()}>
          {outcome === 'copied' ? (
            <Check aria-hidden="true" className="size-4" />
          ) : (
            <Copy aria-hidden="true" className="size-4" />
          )}
          {t('copy')}
        </Button>
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {outcome ? t(outcome, { until }) : t('works', { until })}
      </p>
      <div className="flex flex-wrap gap-2">
        {'share' in navigator && (
          <Way icon={Share2} onPress={() => void share()}>
            {t('share')}
          </Way>
        )}
        <Way icon={Mail} href={mailTo(invitation(link))}>
          {t('mail')}
        </Way>
        <Way icon={CalendarPlus} href={useCalendarAddress(facts.alias, link)} isFile>
          {t('calendar')}
        </Way>
        <Way icon={QrCode} isOpen={isQrShown} controls={qr} onPress={() => setIsQrShown(!isQrShown)}>
          {t('qr')}
        </Way>
      </div>
      <div id={qr}>{isQrShown && <LinkQr link={link} />}</div>
    </div>
  );
}

/** The calendar file, in the page's language and with the link that is handed on. */
function useCalendarAddress(alias: string, link: string): string {
  const query = new URLSearchParams({ lang: useLocale(), tz: useTimeZone() ?? 'UTC' });
  const personal = new URL(link).searchParams.get('i');
  if (personal) query.set('i', personal);
  return `/api/meetings/${encodeURIComponent(alias)}/calendar.ics?${query}`;
}

type WayProps = {
  icon: LucideIcon;
  href?: string;
  isFile?: boolean;
  isOpen?: boolean;
  controls?: string;
  onPress?: () => void;
  children: ReactNode;
};

function Way({ icon: Icon, href, isFile = false, isOpen, controls, onPress, children }: WayProps) {
  const content = (
    <>
      <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {children}
    </>
  );
  if (href) {
    return (
      // Never in this page's place, where a mail site or an error would end the call.
      <a href={href} download={isFile || undefined} target="_blank" className={buttonClasses('secondary')}>
        {content}
      </a>
    );
  }
  return (
    <Button variant="secondary" aria-expanded={isOpen} aria-controls={controls} onClick={onPress}>
      {content}
    </Button>
  );
}
