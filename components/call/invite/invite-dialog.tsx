import { Phone, X } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import type { Language } from '@/lib/words/languages';
import { loadLateWords } from '@/lib/words/late-words';
import type { LateMessages } from '@/lib/words/messages';
import { LateWords } from '../late-words';
import { MeetingLink } from './meeting-link';
import { PersonalLinks } from './personal-links';
import { useInviteFacts } from './use-invite-facts';

/** What the dialog says: it comes with it, and not with the panel. */
export type InviteWords = Pick<LateMessages, 'invite'>;

export const loadInviteWords = (language: Language): Promise<InviteWords> => loadLateWords('invite', language);

type InviteDialogProps = { words: InviteWords; view: CallView; onClose: () => void };
type Meeting = NonNullable<CallView['meeting']>;

/** How others get into this call. */
export function InviteDialog({ words, view, onClose }: InviteDialogProps) {
  return (
    <LateWords words={words}>
      {view.meeting && <OpenDialog meeting={view.meeting} inviter={view.displayName} onClose={onClose} />}
    </LateWords>
  );
}

type OpenDialogProps = { meeting: Meeting; inviter: string; onClose: () => void };

function OpenDialog({ meeting, inviter, onClose }: OpenDialogProps) {
  const t = useTranslations('invite');
  const { facts, tryAgain } = useInviteFacts(meeting);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useId();
  const isHost = meeting.role === 'host';
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  function onTryAgain() {
    heading.current?.focus({ preventScroll: true }); // the button is about to go
    tryAgain();
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation(); // the call's own keys are not meant here
    if (event.key === 'Escape') onClose();
  }

  return (
    <div role="dialog" aria-labelledby={title} onKeyDown={onKeyDown} className="flex flex-col gap-5 px-5 pb-5">
      <div className="sticky top-0 -mx-5 -mb-3 flex items-start justify-between gap-3 bg-surface px-5 py-3">
        <h2
          ref={heading}
          id={title}
          tabIndex={-1}
          className="pt-1.5 font-display text-2xl font-medium tracking-tight outline-none"
        >
          {t('title')}
        </h2>
        <button
          type="button"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
          className="-me-2 grid size-11 flex-none place-items-center rounded-control text-ink-soft hover:bg-sunken
            hover:text-ink"
        >
          <X aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </button>
      </div>
      <MeetingLink {...{ facts, isHost, inviter, onTryAgain }} />
      {facts.dialIn && (
        <section className="flex gap-3 border-t border-line pt-5 text-sm">
          <Phone aria-hidden="true" className="mt-0.5 size-4 flex-none text-ink-soft" />
          <div>
            <h3 className="font-semibold">{t('dialIn')}</h3>
            <p dir="auto" className="mt-1 whitespace-pre-line text-ink-soft">
              {facts.dialIn}
            </p>
          </div>
        </section>
      )}
      {isHost && <PersonalLinks facts={facts} hostKey={meeting.hostKey} inviter={inviter} />}
    </div>
  );
}
