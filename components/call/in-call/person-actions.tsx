import { Hand, Mic, MicOff, UserCheck, UserMinus, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HostControls } from '@/lib/call/host-controls';
import type { Participant } from '@/lib/call/roster';
import { MenuItem } from './menu-item';

type PersonActionsProps = { person: Participant; actions: HostControls; onDone: () => void };

/** What a host can do about somebody. Removing takes a second press, on the same spot. */
export function PersonActions({ person, actions, onDone }: PersonActionsProps) {
  const t = useTranslations('tools.person');
  const [isSure, setIsSure] = useState(false);
  const isHost = person.role === 'host';
  const act = (what: () => void) => () => {
    what();
    onDone();
  };
  return (
    <div className="mb-1 grid grid-cols-1 rounded-control border border-line p-1 @min-[26rem]:grid-cols-2 @min-[48rem]:grid-cols-1">
      <MenuItem
        icon={person.isMutedByHost ? Mic : MicOff}
        label={t(person.isMutedByHost ? 'unmute' : 'mute')}
        onPress={act(() => actions.setMutedFor(person.id, !person.isMutedByHost))}
      />
      {person.handRaisedAt > 0 && (
        <MenuItem icon={Hand} label={t('lowerHand')} onPress={act(() => actions.lowerHand(person.id))} />
      )}
      <MenuItem
        icon={isHost ? UserMinus : UserCheck}
        label={t(isHost ? 'makeGuest' : 'makeHost')}
        onPress={act(() => actions.setHostRole(person.id, !isHost))}
      />
      <MenuItem
        icon={UserX}
        label={t(isSure ? 'removeSure' : 'remove')}
        className={isSure ? 'bg-danger-soft text-danger' : ''}
        onPress={isSure ? act(() => actions.remove(person.id)) : () => setIsSure(true)}
      />
    </div>
  );
}
