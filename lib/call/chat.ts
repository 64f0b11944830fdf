/** A line of the chat, as it is shown. */
export interface ChatMessage {
  /** Counts up from 0 within the call. */
  number: number;
  /** Null for one's own. */
  sender: { id: string; name: string } | null;
  text: string;
  /** To us alone. */
  isPrivate: boolean;
  /** Unix milliseconds by this browser's clock: the wire says no time. */
  atMs: number;
}

/** Somebody who leaves a tab open for a day must not fill its memory. */
const KEPT = 500;

export type NewMessage = Omit<ChatMessage, 'number'>;

/** The chat with one line more; beyond the newest few hundred, old ones go. */
export function withMessage(messages: readonly ChatMessage[], message: NewMessage): readonly ChatMessage[] {
  const number = (messages.at(-1)?.number ?? -1) + 1;
  return [...messages.slice(-(KEPT - 1)), { ...message, number }];
}

/** How many lines of others came after the last that was seen; `seen` is its number, -1 for none. */
export function unreadCount(messages: readonly ChatMessage[], seen: number): number {
  return messages.filter(({ number, sender }) => sender && number > seen).length;
}
