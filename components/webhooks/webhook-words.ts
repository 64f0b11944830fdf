import { WEBHOOK_TYPES, type DeliveryState, type DeliveryView, type WebhookView } from '@/lib/webhooks/webhook';

// How the Webhooks page says things. Words of a later version of ours are shown as they are.

const TYPE_WORDS: Record<string, string> = {
  'meeting.created': 'A meeting is made',
  'meeting.started': 'The first person is in',
  'meeting.ended': 'A meeting is over for everyone',
  'meeting.cancelled': 'A meeting is cancelled',
  'participant.joined': 'Somebody is let in',
  'participant.left': 'Somebody has left',
  'visitor.waiting': 'A visitor is there, and nobody answers yet',
};

export function typeWords(type: string): string {
  return TYPE_WORDS[type] ?? type;
}

export type Tone = 'good' | 'bad' | 'calm';

export function stateWords(delivery: Pick<DeliveryView, 'state' | 'attempts'>): { words: string; tone: Tone } {
  if (delivery.state === 'delivered') return { words: 'Delivered', tone: 'good' };
  if (delivery.state === 'failed') return { words: 'Failed', tone: 'bad' };
  return { words: delivery.attempts > 0 ? 'Will be tried again' : 'Waiting', tone: 'calm' };
}

/** How the newest message to an address went. */
export function lastWords(last: WebhookView['last']): string {
  if (!last) return 'Nothing sent yet';
  const words: Record<DeliveryState, string> = {
    delivered: 'Last message delivered',
    failed: 'Last message failed',
    waiting: 'Last message on its way',
  };
  return words[last.state];
}

/** `1 try, 200 in 45 ms`; what went wrong is said by the problem itself. */
export function triesWords({ attempts, lastStatus, lastProblem, latencyMs }: DeliveryView): string {
  if (attempts === 0) return 'Not tried yet';
  const tries = attempts === 1 ? '1 try' : `${attempts} tries`;
  if (latencyMs === null) return tries;
  const took = latencyWords(latencyMs);
  return lastProblem === null ? `${tries}, ${lastStatus} in ${took}` : `${tries}, the last took ${took}`;
}

/** What a webhook hears of, by the types' own names. */
export function heardWords(types: readonly string[]): string {
  return WEBHOOK_TYPES.every((type) => types.includes(type)) ? 'Everything' : types.join(', ');
}

function latencyWords(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** `example.com`: what tells one address from another at a glance. */
export function hostWords(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

export function replayedWords(replayed: number): string {
  if (replayed === 0) return 'Nothing is left to send again.';
  return replayed === 1 ? 'The message is sent again.' : `${replayed.toLocaleString('en')} messages are sent again.`;
}
