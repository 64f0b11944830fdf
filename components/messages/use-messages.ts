'use client';

import { useRef, useState } from 'react';
import { usePolling } from '@/components/connection/use-polling';
import type { Notice } from '@/components/ui/undo-notice';
import type { MessagePage, MessageState, MessageView } from '@/lib/visitor-messages/message-view';
import { fetchMessages, markMessage } from './messages-api';
import { MARKED } from './unanswered-count';

const POLL_MS = 15_000;

/** The messages in one state, and what can be done with them, beginning with what the page was rendered with. */
export function useMessages(initial: MessagePage) {
  const [state, setState] = useState<MessageState>('open');
  const [page, setPage] = useState(initial);
  const [notice, setNotice] = useState<Notice | null>(null);
  /** Only the first page is asked for again by itself: whoever reads on is not to lose their place. */
  const [hasMore, setHasMore] = useState(false);
  const wanted = useRef<MessageState>('open');
  /** What is being marked: a list that is read before it is stored does not have it. */
  const marking = useRef<Promise<unknown>>(Promise.resolve());

  async function show(next: MessageState) {
    wanted.current = next;
    setState(next);
    await marking.current;
    const answer = await fetchMessages(next);
    // Another one may have been chosen meanwhile.
    if (wanted.current !== next) return;
    if (!answer.ok) return setNotice({ text: answer.message, isError: true });
    setHasMore(false);
    setPage(answer.value);
  }

  usePolling(async () => {
    if (hasMore) return;
    await marking.current;
    const [asked, before] = [wanted.current, marking.current];
    const answer = await fetchMessages(asked);
    if (answer.ok && wanted.current === asked && marking.current === before) setPage(answer.value);
  }, POLL_MS);

  async function more() {
    const answer = await fetchMessages(state, page.next);
    if (!answer.ok) return setNotice({ text: answer.message, isError: true });
    setHasMore(true);
    setPage((before) => ({ ...answer.value, messages: [...before.messages, ...answer.value.messages] }));
  }

  async function mark(message: MessageView, isAnswered: boolean) {
    const stored = markMessage(message.id, isAnswered);
    marking.current = Promise.all([marking.current, stored]);
    const answer = await stored;
    if (!answer.ok) return setNotice({ text: answer.message, isError: true });
    window.dispatchEvent(new Event(MARKED));
    const marked = answer.value;
    setPage((before) => ({ ...before, messages: before.messages.map((one) => (one.id === marked.id ? marked : one)) }));
    const undo = () => mark(marked, !isAnswered);
    setNotice({ text: isAnswered ? `Answered: ${message.name}.` : `Open again: ${message.name}.`, undo });
  }

  return { state, page, notice, show, more, mark, dismiss: () => setNotice(null) };
}
