import { useTranslations } from 'use-intl';
import type { ChatMessage } from '@/lib/call/chat';

/** As much as one wants read aloud unasked. */
const READ = 200;

/** Reads the newest line of somebody else to who listens, whether the chat is open or not. */
export function ChatNews({ messages }: { messages: readonly ChatMessage[] }) {
  const t = useTranslations('chat');
  const newest = messages.findLast(({ sender }) => sender);
  return (
    <div role="status" className="sr-only">
      {newest && (
        <p key={newest.number}>
          {t(newest.isPrivate ? 'receivedPrivate' : 'received', {
            name: newest.sender?.name || t('unnamed'),
            text: newest.text.slice(0, READ),
          })}
        </p>
      )}
    </div>
  );
}
