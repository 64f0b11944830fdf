import { Lock } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { textParts, type ChatGroup } from '@/lib/call/chat-lines';

/** What one person wrote at one time. */
export function ChatLines({ group }: { group: ChatGroup }) {
  const t = useTranslations('chat');
  const format = useFormatter();
  const { sender, messages, isPrivate, atMs } = group;
  return (
    <div className={`mt-3 flex flex-col gap-1 ${sender ? 'items-start' : 'items-end'}`}>
      <p className="flex max-w-full items-baseline gap-2 text-xs text-ink-soft">
        <bdi className="truncate font-semibold text-ink">{sender ? sender.name || t('unnamed') : t('you')}</bdi>
        {isPrivate && (
          <span className="flex items-center gap-1 font-medium text-accent">
            <Lock aria-hidden="true" className="size-3 self-center" />
            {t('private')}
          </span>
        )}
        <time dateTime={new Date(atMs).toISOString()} className="flex-none">
          {format.dateTime(atMs, { hour: 'numeric', minute: '2-digit' })}
        </time>
      </p>
      {messages.map(({ number, text }) => (
        <p
          key={number}
          dir="auto"
          className={`max-w-[85%] rounded-card px-3 py-1.5 text-sm wrap-anywhere whitespace-pre-wrap ${
            sender ? 'rounded-ss-sm bg-sunken' : 'rounded-se-sm bg-accent-soft'
          }`}
        >
          <LinkedText text={text} />
        </p>
      ))}
    </div>
  );
}

/** Text as text, with its web addresses as links that tell the other side nothing of this page. */
function LinkedText({ text }: { text: string }) {
  return textParts(text).map(({ text: part, href }, place) =>
    href ? (
      <a
        key={place}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="font-medium text-accent underline underline-offset-2 hover:text-accent-strong"
      >
        {part}
      </a>
    ) : (
      part
    ),
  );
}
