import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { LinkCard } from './link-card';
import type { InviteFacts } from './use-invite-facts';

type MeetingLinkProps = { facts: InviteFacts; isHost: boolean; inviter: string; onTryAgain: () => void };

/** The meeting's own link, once it is known whom it lets in. */
export function MeetingLink({ facts, isHost, inviter, onTryAgain }: MeetingLinkProps) {
  const t = useTranslations('invite');
  const call = useTranslations('call');
  const endings = useTranslations('endings');
  if (facts.hasFailed) {
    return (
      <div role="alert" className="flex flex-col items-start gap-3 text-sm">
        {call('invite.loadFailed')}
        <Button variant="secondary" onClick={onTryAgain}>
          {endings('tryAgain')}
        </Button>
      </div>
    );
  }
  if (facts.isInvitationRequired === null) return <div className="h-32 rounded-control bg-sunken" />;
  if (facts.isInvitationRequired) {
    return <p className="text-sm text-ink-soft">{t(isHost ? 'onlyPersonal' : 'onlyHosts')}</p>;
  }
  return <LinkCard facts={facts} link={facts.link} label={t('link')} inviter={inviter} />;
}
