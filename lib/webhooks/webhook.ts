// What the desk and a receiver are told of webhooks. Pure and without zod, so that the page may read it too.

export const WEBHOOK_TYPES = [
  'meeting.created',
  'meeting.started',
  'meeting.ended',
  'meeting.cancelled',
  'participant.joined',
  'participant.left',
  'visitor.waiting',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** The type of a message that an agent sends to see whether it arrives. Nobody subscribes to it. */
export const TEST_TYPE = 'webhook.test';

export const MOST_WEBHOOKS = 10;

/** How many messages are on their way to one address at a time, from each instance of ours. */
export const AT_ONCE = 2;

/** How long messages are signed with a secret that was replaced as well. */
export const FORMER_SECRET_HOURS = 24;

/** How long messages and what came of them are kept. */
export const KEPT_DAYS = 30;

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How many deliveries are shown at once. */
export const PAGE_SIZE = 25;

/** An address that is told of what happens, as the desk shows it. Its secret stays on the server. */
export interface WebhookView {
  id: string;
  url: string;
  types: string[];
  note: string;
  isEnabled: boolean;
  /** ISO 8601. */
  createdAt: string;
  /** What came of the newest message, and when it was made; null while there is none. */
  last: { state: DeliveryState; at: string } | null;
  /** ISO 8601. Until when messages are signed with a former secret as well; null when they are not. */
  formerSecretUntil: string | null;
}

/** A webhook that was just added or given another secret: the only answers that hold it. */
export interface NewWebhook extends WebhookView {
  secret: string;
}

/** As a webhook is called where it is noted what was done with it: the path of an address may hold a secret of the receiver's. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

/** One message on its way to one address, with what came of it. */
export interface DeliveryView {
  id: string;
  /** `webhook-id` of the message: the same for every try and every replay. */
  eventId: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  /** ISO 8601. */
  createdAt: string;
  lastTriedAt: string | null;
  nextTryAt: string | null;
  /** HTTP status of the last answer; null when there was none. */
  lastStatus: number | null;
  lastProblem: string | null;
  latencyMs: number | null;
  isReplay: boolean;
  payload: unknown;
}

export interface DeliveryPage {
  /** Newest first. */
  deliveries: DeliveryView[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

/** Where the page that follows this delivery begins. */
export function cursorAfter({ createdAt, id }: Pick<DeliveryView, 'createdAt' | 'id'>): string {
  return `${createdAt}_${id}`;
}
