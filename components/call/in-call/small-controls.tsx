import { Maximize2, PhoneOff, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { DeviceButtons } from '../device-buttons';
import { Badge } from './badge';
import type { Commands } from './use-commands';

type SmallControlsProps = { view: CallView; commands: Commands; unread: number; onRestore: () => void };

const plain = 'text-ink hover:bg-sunken';

/** In the small bar there is room for symbols only; their names are there for whoever cannot see them. */
export function SmallControls({ view, commands, unread, onRestore }: SmallControlsProps) {
  return (
    <div className="flex items-center justify-between px-2 py-1.5">
      <DeviceButtons as={SmallControl} devices={view.devices} commands={commands} />
      <OpenCall unread={unread} onRestore={onRestore} />
      <SmallLeave session={view.session} />
    </div>
  );
}

/** With its word where the tile is wide enough for it. */
function OpenCall({ unread, onRestore }: Pick<SmallControlsProps, 'unread' | 'onRestore'>) {
  const t = useTranslations('call');
  const label = unread > 0 ? t('openUnread', { count: unread }) : t('open');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onRestore}
      data-view-focus
      className={`relative flex h-11 min-w-11 items-center justify-center gap-1.5 rounded-full text-sm font-semibold
        transition-colors duration-150 @min-[17rem]:px-2 ${plain}`}
    >
      <Maximize2 aria-hidden="true" className="size-5 flex-none @min-[17rem]:size-4" strokeWidth={1.75} />
      <span className="hidden truncate @min-[17rem]:inline">{t('open')}</span>
      <Badge count={unread} className="-end-1 -top-0.5 flex-none @min-[17rem]:static" />
    </button>
  );
}

export function SmallLeave({ session }: Pick<CallView, 'session'>) {
  const t = useTranslations('call');
  return (
    <SmallControl
      icon={PhoneOff}
      label={t('leave')}
      onClick={() => session.leave()}
      className="bg-danger text-on-danger hover:bg-danger-strong"
    />
  );
}

type SmallControlProps = ComponentProps<'button'> & { icon: LucideIcon; label: string; isPending?: boolean };

/** A round symbol; takes no press while its device settles, but keeps the keyboard's focus. */
export function SmallControl({ icon: Icon, label, isPending, onClick, className = plain }: SmallControlProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isPending || undefined}
      onClick={isPending ? undefined : onClick}
      className={`grid size-11 flex-none place-items-center rounded-full transition-colors duration-150
        aria-disabled:opacity-55 ${className}`}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
    </button>
  );
}
