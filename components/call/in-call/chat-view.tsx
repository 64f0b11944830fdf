import { ArrowDown } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { unreadCount } from '@/lib/call/chat';
import { groupMessages } from '@/lib/call/chat-lines';
import type { Conference } from '@/lib/call/conference';
import { ChatForm } from './chat-form';
import { ChatLines } from './chat-lines';
import { useStickToEnd } from './use-stick-to-end';

type ChatViewProps = {
  conference: Conference;
  isSteady: boolean;
  draft: string;
  onDraft: (draft: string) => void;
  onSend: (text: string) => void;
  /** The newest line is on show. */
  onSeen: () => void;
};

/** The chat: what was said, kept at its end unless one reads further up, and where one writes. */
export function ChatView({ conference, isSteady, draft, onDraft, onSend, onSeen }: ChatViewProps) {
  const t = useTranslations('chat');
  const id = useId();
  const { messages, isChatAllowed } = conference;
  const whyNot = !isChatAllowed ? 'off' : isSteady ? null : 'offline';
  const newest = messages.at(-1)?.number ?? -1;
  const { box, onScroll, isAtEnd, seen, toEnd } = useStickToEnd(newest, onSeen);
  const unread = isAtEnd ? 0 : unreadCount(messages, seen);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* Focusable, so that one can scroll with the keyboard. */}
      <div
        ref={box}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('title')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-2"
      >
        {messages.length === 0 && <p className="py-6 text-center text-sm text-ink-soft">{t('empty')}</p>}
        {groupMessages(messages).map((group) => (
          <ChatLines key={group.number} group={group} />
        ))}
      </div>
      {unread > 0 && (
        <button
          type="button"
          onClick={toEnd}
          className="absolute inset-x-0 bottom-20 mx-auto flex w-fit items-center gap-1.5 rounded-full bg-accent px-3 py-1.5
            text-xs font-semibold text-on-accent shadow-card"
        >
          <ArrowDown aria-hidden="true" className="size-3.5" />
          {t('newBelow', { count: unread })}
        </button>
      )}
      <div className="flex-none border-t border-line">
        {whyNot && (
          <p id={id} className="px-4 pt-3 pb-1 text-sm text-ink-soft last:pb-3">
            {t(whyNot)}
          </p>
        )}
        {/* It stays while somebody writes: what is typed on must not fall to the keys of the call. */}
        {(isChatAllowed || draft !== '') && (
          <ChatForm {...{ draft, onDraft }} refusedBy={whyNot ? id : null} onSend={(text) => (onSend(text), toEnd())} />
        )}
      </div>
    </div>
  );
}
