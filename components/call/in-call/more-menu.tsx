import {
  Activity,
  Captions,
  Eye,
  EyeOff,
  Grid3x3,
  Hand,
  Keyboard,
  Maximize,
  PictureInPicture2,
  ScreenShare,
  Settings,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useOpenInvite } from '../invite/invite-layer';
import type { BarProps } from './control-bar';
import { MenuBox } from './menu-box';
import { MenuItem } from './menu-item';
import { canPictureInPicture } from './small-window';
import type { SheetName } from './use-in-call-ui';

/** Everything that has no place in the bar. */
export function MoreMenu(props: BarProps) {
  const { view, state, commands, control, closeMenu, onSmallWindow, onFullScreen } = props;
  const t = useTranslations('call.more');
  const invite = useTranslations('call.invite');
  const openInvite = useOpenInvite();
  const { ui, change } = control;
  const item = (icon: LucideIcon, label: string, act: () => void, className?: string) => (
    <MenuItem key={label} icon={icon} label={label} className={className} onPress={() => (closeMenu(), act())} />
  );
  const opens = (sheet: SheetName) => () => change({ sheet });

  function toggleCaptions() {
    // Asked for where they are shown, and as long as they are.
    if (ui.areCaptionsShown) view.session.actions.setCaptionsShown(false);
    change({ areCaptionsShown: !ui.areCaptionsShown });
  }

  const isIn = !commands.isWaiting;
  return (
    <MenuBox
      label={t('title')}
      onClose={closeMenu}
      className="grid grid-cols-1 @min-[22rem]:grid-cols-2 @min-[40rem]:w-[26rem]"
    >
      {isIn && item(Hand, t(commands.isHandRaised ? 'lowerHand' : 'raiseHand'), commands.toggleHand)}
      {isIn &&
        commands.mayShare &&
        !commands.isSharing &&
        item(ScreenShare, t('shareScreen'), commands.toggleSharing, '@min-[25rem]:hidden')}
      {commands.mayInvite && item(UserPlus, invite('label'), openInvite, '@min-[28rem]:hidden')}
      {state.conference.areCaptionsAvailable &&
        item(Captions, t(ui.areCaptionsShown ? 'captionsOff' : 'captionsOn'), toggleCaptions)}
      {item(Settings, t('devices'), opens('devices'))}
      {view.devices.preview &&
        item(ui.isSelfHidden ? Eye : EyeOff, t(ui.isSelfHidden ? 'showSelf' : 'hideSelf'), () =>
          change({ isSelfHidden: !ui.isSelfHidden }),
        )}
      {canPictureInPicture() && item(PictureInPicture2, t('pictureInPicture'), onSmallWindow)}
      {document.fullscreenEnabled &&
        item(Maximize, t(document.fullscreenElement ? 'leaveFullScreen' : 'fullScreen'), onFullScreen)}
      {isIn && item(Grid3x3, t('keypad'), opens('keypad'))}
      {item(Activity, t('statistics'), opens('statistics'))}
      {item(Keyboard, t('shortcuts'), opens('shortcuts'))}
    </MenuBox>
  );
}
