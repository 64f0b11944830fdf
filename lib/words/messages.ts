import type closed from '@/messages/en/closed.json';
import type { messages as english } from '@/messages/en';
import type invite from '@/messages/en/invite.json';
import type join from '@/messages/en/join.json';
import type tools from '@/messages/en/tools.json';

// English says which sentences there are; translations.test.ts holds the other languages to that.

/** All sentences of the call, by area. */
export type CallMessages = typeof english;

/** What is said beside the call. It comes with the code that says it, so that the panel does not carry it (late-words.ts). */
export interface LateMessages {
  /** The form for a message, where nobody is there. */
  closed: typeof closed;
  /** The dialog that invites others. */
  invite: typeof invite;
  /** The join page around the call. */
  join: typeof join;
  /** What few people open in a call. */
  tools: typeof tools;
}

export type Messages = CallMessages & LateMessages;
