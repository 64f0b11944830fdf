import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import type { InviteFacts } from './use-invite-facts';

const full = { dateStyle: 'full', timeStyle: 'short' } as const;

/** The invitation in words, for mail and for what else sends text: who asks, when, the link, and until when it works. */
export function useInviteText({ topic, validFromMs, validUntilMs, dialIn }: InviteFacts, inviter: string) {
  const t = useTranslations('invite.text');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const moment = (atMs: number) => format.dateTime(atMs, full);

  /** Null where the link goes beside the words, or a share sheet's reader gets it twice. */
  return (link: string | null) => {
    const paragraphs = [
      t('asks', { name: inviter }),
      topic && t('topic', { topic }),
      validFromMs !== null && t('when', { from: moment(validFromMs), until: moment(validUntilMs), zone }),
      link && t('join', { link }),
      t('works', { until: moment(validUntilMs), zone }),
      dialIn,
    ];
    return { title: topic ?? t('title'), text: paragraphs.filter(Boolean).join('\n\n') };
  };
}

/** An address that opens the visitor's mail program. Lines end as RFC 6068 wants them. */
export function mailTo({ title, text }: { title: string; text: string }): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n');
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
