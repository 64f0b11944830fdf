'use client';

import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { UndoNotice } from '@/components/ui/undo-notice';
import { MESSAGE_STATES, type MessagePage, type MessageState } from '@/lib/visitor-messages/message-view';
import { MessageCard } from './message-card';
import { useMessages } from './use-messages';

const LABELS: Record<MessageState, string> = { open: 'Open', answered: 'Answered', all: 'All' };
const NONE: Record<MessageState, string> = {
  open: 'Nobody is waiting for an answer.',
  answered: 'No message has been answered yet.',
  all: 'Nobody has left a message yet.',
};

/** What visitors left while nobody was there. */
export function MessagesPage({ initial }: { initial: MessagePage }) {
  const { state, page, notice, show, more, mark, dismiss } = useMessages(initial);
  const [isLoading, setIsLoading] = useState(false);

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <h1 className="text-2xl font-semibold tracking-tight">Messages</h1>
      <p className="mt-1 max-w-2xl text-[0.9375rem] text-ink-soft">
        What visitors left while you were closed: a message, a time they ask for, or both.
      </p>
      <div role="group" aria-label="Which messages" className="mt-5 flex flex-wrap gap-2">
        {MESSAGE_STATES.map((each) => (
          <Button
            key={each}
            variant="secondary"
            aria-pressed={each === state}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            onClick={() => void show(each)}
          >
            {LABELS[each]}
            {each === 'open' && page.unanswered > 0 && <span className="tabular-nums">{page.unanswered}</span>}
          </Button>
        ))}
      </div>
      {page.messages.length === 0 && (
        <div className="mt-6 flex flex-col items-center gap-3 rounded-card border border-dashed border-line px-6 py-14 text-ink-soft">
          <Inbox aria-hidden="true" className="size-8" strokeWidth={1.5} />
          <p>{NONE[state]}</p>
        </div>
      )}
      <ul className="mt-6 space-y-4">
        {page.messages.map((message) => (
          <li key={message.id}>
            <MessageCard message={message} onMark={(isAnswered) => mark(message, isAnswered)} />
          </li>
        ))}
      </ul>
      {page.next !== null && (
        <Button
          variant="secondary"
          busy={isLoading}
          className="mt-6"
          onClick={() => {
            setIsLoading(true);
            void more().finally(() => setIsLoading(false));
          }}
        >
          Show older ones
        </Button>
      )}
      <UndoNotice notice={notice} onDismiss={dismiss} />
    </main>
  );
}
