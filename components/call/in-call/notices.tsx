import { Hand, MicOff, MonitorUp, UserPlus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { Conference } from '@/lib/call/conference';
import { groupPeople } from '@/lib/call/people-groups';
import type { CallView } from '@/lib/call/use-call';
import type { Commands } from './use-commands';
import { useWaitingAlert } from './use-waiting-alert';

type NoticesProps = {
  view: CallView;
  conference: Conference;
  commands: Commands;
  /** There is room only for what cannot wait. */
  isSmall: boolean;
  onPeople: () => void;
};

/** Between stage and bar: what one has to know, with what one can do about it. The news says it aloud. */
export function Notices({ view, conference, commands, isSmall, onPeople }: NoticesProps) {
  const t = useTranslations('call');
  return (
    <>
      <WaitingNotice {...{ view, conference, commands, onPeople }} />
      {commands.isMutedByHost && !isSmall && <MutedNotice commands={commands} />}
      {commands.isSharing && !isSmall && (
        <Notice icon={MonitorUp} text={t('notices.youShare')}>
          <Button size="small" variant="danger" onClick={commands.toggleSharing}>
            {t('bar.stopSharing')}
          </Button>
        </Notice>
      )}
      <SharingEnd sharing={conference.sharing} isSmall={isSmall} />
    </>
  );
}

function MutedNotice({ commands }: Pick<NoticesProps, 'commands'>) {
  const t = useTranslations('call');
  const { mayUnmute, isHandRaised } = commands;
  return (
    <Notice icon={MicOff} text={`${t('notices.mutedByHost')} ${mayUnmute ? '' : t('notices.mutedAskHand')}`}>
      {mayUnmute ? (
        <Button size="small" variant="secondary" onClick={commands.toggleMicrophone}>
          {t('notices.unmuteSelf')}
        </Button>
      ) : (
        <Button size="small" variant="secondary" onClick={commands.toggleHand}>
          <Hand aria-hidden="true" className="size-4" />
          {t(isHandRaised ? 'more.lowerHand' : 'more.raiseHand')}
        </Button>
      )}
    </Notice>
  );
}

/** Somebody stands at the door. One can be let in from here; for several there is the list. */
function WaitingNotice({ view, conference, commands, onPeople }: Omit<NoticesProps, 'isSmall'>) {
  const t = useTranslations('people');
  const waiting = commands.isHost ? groupPeople(conference.roster, conference.selfId).waiting : [];
  useWaitingAlert(waiting);
  const [first] = waiting;
  if (!first) return null;
  const name = first.name || t('unnamed');
  return (
    <Notice icon={UserPlus} text={t('waitingNotice', { more: waiting.length - 1, name })} tone="accent">
      {waiting.length === 1 && (
        <Button size="small" onClick={() => view.session.actions.admit(first.id)}>
          {t('admit')}
        </Button>
      )}
      <Button size="small" variant="secondary" onClick={onPeople}>
        {t('view')}
      </Button>
    </Notice>
  );
}

/** Those of which whoever shared may not know why. */
const sharingEnds = new Map<Conference['sharing'], 'sharingTakenOver' | 'sharingRefused' | 'sharingLost'>([
  ['taken-over', 'sharingTakenOver'],
  ['refused', 'sharingRefused'],
  ['lost', 'sharingLost'],
]);

/** Why one's own screen is no longer shown, until it is read. */
function SharingEnd({ sharing, isSmall }: Pick<Conference, 'sharing'> & Pick<NoticesProps, 'isSmall'>) {
  const t = useTranslations('call.notices');
  const [dismissed, setDismissed] = useState<Conference['sharing'] | null>(null);
  if (dismissed !== null && dismissed !== sharing) setDismissed(null);
  const why = sharingEnds.get(sharing);
  if (isSmall || !why || dismissed === sharing) return null;
  return (
    <Notice icon={MonitorUp} text={t(why)}>
      <Button size="small" variant="quiet" onClick={() => setDismissed(sharing)}>
        {t('dismiss')}
      </Button>
    </Notice>
  );
}

type NoticeProps = { icon: LucideIcon; text: string; tone?: 'warn' | 'accent'; children: ReactNode };

function Notice({ icon: Icon, text, tone = 'warn', children }: NoticeProps) {
  return (
    <div
      className={`flex flex-none flex-wrap items-center justify-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm ${
        tone === 'warn' ? 'bg-warn-soft' : 'bg-accent-soft'
      }`}
    >
      <Icon
        aria-hidden="true"
        className={`size-4 flex-none @max-[18rem]:hidden ${tone === 'warn' ? 'text-warn' : 'text-accent'}`}
      />
      <p className="min-w-0 font-medium @max-[18rem]:text-center">{text}</p>
      {children}
    </div>
  );
}
