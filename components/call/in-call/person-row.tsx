import { EllipsisVertical, Hand, MicOff, MonitorUp, Phone, VideoOff, Volume2, type LucideIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HostControls } from '@/lib/call/host-controls';
import type { Participant } from '@/lib/call/roster';
import { LateTool } from '../late-tools';

type PersonRowProps = {
  person: Participant;
  isSelf: boolean;
  isSpeaking: boolean;
  /** Null for whoever may not. */
  actions: HostControls | null;
};

/** One person: the name, the role, how they take part, and what a host can do about it. */
export function PersonRow({ person, isSelf, isSpeaking, actions }: PersonRowProps) {
  const t = useTranslations('people');
  const call = useTranslations('call.people');
  const [isOpen, setIsOpen] = useState(false);
  const actionsId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  function close() {
    setIsOpen(false);
    opener.current?.focus({ preventScroll: true });
  }
  const name = person.name || t('unnamed');
  return (
    <li className="py-0.5 text-sm">
      <div className="flex min-h-11 items-center gap-2">
        <span className="min-w-0 flex-1">
          <bdi className="block truncate font-medium">{name}</bdi>
          <span className="block truncate text-xs text-ink-soft">
            {[isSelf && call('you'), call(person.role)].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="flex flex-none items-center gap-1.5 text-ink-soft">
          {isSpeaking && !person.isMuted && <Sign icon={Volume2} label={t('speaking')} className="text-good" />}
          {person.handRaisedAt > 0 && <Sign icon={Hand} label={t('handRaised')} className="text-warn" />}
          {person.isPresenting && <Sign icon={MonitorUp} label={t('presenting')} className="text-accent" />}
          {!person.isBrowser && <Sign icon={Phone} label={t('telephone')} />}
          {person.isCameraOff && <Sign icon={VideoOff} label={t('cameraOff')} />}
          {person.isMuted && <Sign icon={MicOff} label={call(person.isMutedByHost ? 'mutedByHost' : 'muted')} />}
        </span>
        {actions && !isSelf && (
          <button
            ref={opener}
            type="button"
            aria-label={t('actionsFor', { name })}
            aria-expanded={isOpen}
            aria-controls={actionsId}
            onClick={() => setIsOpen(!isOpen)}
            className="-me-2 grid size-11 flex-none place-items-center rounded-control text-ink-soft hover:bg-sunken
              hover:text-ink"
          >
            <EllipsisVertical aria-hidden="true" className="size-5" />
          </button>
        )}
      </div>
      {isOpen && actions && (
        <div id={actionsId}>
          <LateTool>
            {({ PersonActions }) => <PersonActions person={person} actions={actions} onDone={close} />}
          </LateTool>
        </div>
      )}
    </li>
  );
}

function Sign({ icon: Icon, label, className = '' }: { icon: LucideIcon; label: string; className?: string }) {
  return <Icon role="img" aria-label={label} className={`size-4 ${className}`} strokeWidth={2} />;
}
