import { Ellipsis, MessageSquare, PhoneOff, ScreenShare, ScreenShareOff, UserPlus, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { DeviceButtons } from '../device-buttons';
import { useOpenInvite } from '../invite/invite-layer';
import { BarButton } from './bar-button';
import { EndForAll } from './end-for-all';
import { MoreMenu } from './more-menu';
import type { Commands, InCallState } from './use-commands';
import type { InCallUiControl } from './use-in-call-ui';
import { groupPeople } from '@/lib/call/people-groups';

export type BarProps = {
  view: CallView;
  state: InCallState;
  commands: Commands;
  control: InCallUiControl;
  closeMenu: () => void;
  unread: number;
  onSmallWindow: () => void;
  onFullScreen: () => void;
};

/** What one does in a call, in one row. What does not fit is under "More". */
export function ControlBar(props: BarProps) {
  const { view, commands, control } = props;
  const t = useTranslations('call');
  const { ui, change } = control;
  return (
    <div
      role="group"
      aria-label={t('bar.label')}
      className="relative flex items-start justify-evenly gap-0.5 px-2 py-3 @min-[28rem]:justify-center @min-[28rem]:gap-1
        @min-[40rem]:gap-2"
    >
      <DeviceButtons as={BarButton} devices={view.devices} commands={commands} />
      {!commands.isWaiting && <CompanyButtons {...props} />}
      <BarButton
        icon={Ellipsis}
        label={t('bar.more')}
        fullLabel={t('bar.moreLabel')}
        data-opens="more"
        aria-expanded={ui.menu === 'more'}
        onClick={() => change({ menu: ui.menu === 'more' ? null : 'more' })}
      />
      <BarButton icon={PhoneOff} label={t('leave')} tone="leave" onClick={() => view.session.leave()} />
      <EndForAll {...props} />
      {ui.menu === 'more' && <MoreMenu {...props} />}
    </div>
  );
}

/** What is of use once one is in with others. */
function CompanyButtons({ state: { conference }, commands, control, unread }: BarProps) {
  const t = useTranslations('call');
  const openInvite = useOpenInvite();
  const { ui, toggleSheet } = control;
  const { waiting, inCall } = groupPeople(conference.roster, conference.selfId);
  const people = t('people.count', { count: inCall.length });
  const waitingCount = commands.isHost ? waiting.length : 0;
  return (
    <>
      {commands.mayShare && (
        <BarButton
          icon={commands.isSharing ? ScreenShareOff : ScreenShare}
          label={t(commands.isSharing ? 'bar.stopSharing' : 'bar.share')}
          tone={commands.isSharing ? 'active' : 'plain'}
          onClick={commands.toggleSharing}
          className="@max-[25rem]:hidden"
        />
      )}
      <BarButton
        icon={MessageSquare}
        label={t('bar.chat')}
        fullLabel={unread > 0 ? t('bar.chatUnread', { count: unread }) : undefined}
        badge={unread}
        data-opens="chat"
        aria-expanded={ui.sheet === 'chat'}
        onClick={() => toggleSheet('chat')}
      />
      <BarButton
        icon={Users}
        label={people}
        fullLabel={waitingCount > 0 ? t('bar.peopleWaiting', { people, waiting: waitingCount }) : undefined}
        badge={waitingCount}
        data-opens="people"
        aria-expanded={ui.sheet === 'people'}
        onClick={() => toggleSheet('people')}
      />
      {commands.mayInvite && (
        <BarButton
          icon={UserPlus}
          label={t('invite.label')}
          aria-haspopup="dialog"
          onClick={openInvite}
          className="@max-[28rem]:hidden"
        />
      )}
    </>
  );
}
