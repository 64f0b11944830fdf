import { SendHorizontal } from 'lucide-react';
import { useId, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { LONGEST_MESSAGE } from '@/lib/call/chat-lines';

/** From here on the counter is shown. */
const NEAR_LIMIT = 200;

type ChatFormProps = {
  draft: string;
  onDraft: (draft: string) => void;
  /** The id of the words that say why nothing can be sent just now. */
  refusedBy: string | null;
  onSend: (text: string) => void;
};

/** Where one writes. Longer texts than can be sent are kept, and said to be too long, rather than cut. */
export function ChatForm({ draft, onDraft, refusedBy, onSend }: ChatFormProps) {
  const t = useTranslations('chat');
  const id = useId();
  const left = LONGEST_MESSAGE - draft.length;
  const canSend = draft.trim() !== '' && left >= 0 && !refusedBy;

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!canSend) return;
    onSend(draft.trim());
    onDraft('');
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter accepts what it suggests.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  }

  return (
    <form onSubmit={send} className="px-3 py-2">
      <div className="flex items-end gap-2">
        <textarea
          rows={1}
          dir="auto"
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
          aria-label={t('field')}
          placeholder={t('field')}
          aria-describedby={`${refusedBy ?? ''} ${id}-hint ${id}-left`}
          aria-invalid={left < 0 || undefined}
          className="field-sizing-content max-h-28 min-h-11 flex-1 resize-none rounded-control border border-field bg-surface
            px-3 py-2.5 text-base/snug text-ink placeholder:text-ink-soft aria-invalid:border-danger sm:text-sm/snug"
        />
        <button
          type="submit"
          aria-label={t('send')}
          title={t('send')}
          aria-disabled={!canSend || undefined}
          className="grid size-11 flex-none place-items-center rounded-full bg-accent text-on-accent
            not-aria-disabled:hover:bg-accent-strong aria-disabled:opacity-55"
        >
          <SendHorizontal aria-hidden="true" className="size-5 rtl:-scale-x-100" strokeWidth={1.75} />
        </button>
      </div>
      <p id={`${id}-hint`} className="sr-only">
        {t('hint')}
      </p>
      <p
        id={`${id}-left`}
        className={`px-1 pt-1 text-xs tabular-nums empty:hidden ${left < 0 ? 'font-semibold text-danger' : 'text-ink-soft'}`}
      >
        {left <= NEAR_LIMIT && t(left < 0 ? 'tooLong' : 'left', { count: Math.abs(left) })}
      </p>
    </form>
  );
}
