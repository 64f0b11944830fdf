// A visitor's message as the desk sees it. Pure and without zod, so that the page may read it too.

export interface MessageView {
  id: string;
  /** ISO 8601, as all times here. */
  receivedAt: string;
  name: string;
  email: string | null;
  phone: string | null;
  text: string | null;
  /** The time the visitor asked for. */
  wantedAt: string | null;
  /** BCP 47. */
  language: string | null;
  /** Null while nobody has answered it. */
  answeredAt: string | null;
  /** The agent's name; null as well when the agent is no longer known. */
  answeredBy: string | null;
}

export const MESSAGE_STATES = ['open', 'answered', 'all'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export interface MessagePage {
  messages: MessageView[];
  /** Where the next page begins; null: there is none. */
  next: string | null;
  /** How many nobody has answered, on whatever page. */
  unanswered: number;
}
