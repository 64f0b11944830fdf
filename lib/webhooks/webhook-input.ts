import { z } from 'zod';
import { emptyAsNone, TimeAndId } from '@/lib/http/query-fields';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';
import { targetProblem, type TargetRule } from './allowed-target';
import { DELIVERY_STATES, WEBHOOK_TYPES } from './webhook';

// What the desk sends of webhooks.

const note = z.string('must be text').trim().max(250, 'must be at most 250 characters').regex(ONE_LINE, NOT_ONE_LINE);

const types = z
  .array(z.enum(WEBHOOK_TYPES, 'must be a type that there is'), 'must be a list of types')
  .min(1, 'must name at least one type')
  .max(100, 'must name each type once')
  .transform((given) => WEBHOOK_TYPES.filter((type) => given.includes(type)));

const url = (rule: TargetRule) =>
  z
    .string('must be text')
    .trim()
    .max(500, 'must be at most 500 characters')
    .transform((text, context) => {
      const target = URL.canParse(text) ? new URL(text) : null;
      const message = target ? targetProblem(target, rule) : 'must be an address, as in https://example.com/hook';
      if (target && message === null && target.href.length <= 500) return target.href;
      context.addIssue({ code: 'custom', message: message ?? 'must be at most 500 characters' });
      return z.NEVER;
    });

/** Body of `POST /api/webhooks`. */
export const newWebhookBody = (rule: TargetRule) => z.strictObject({ url: url(rule), types, note: note.default('') });

/** Body of `PATCH /api/webhooks/{id}`: what is left out stays as it is. */
export const webhookChangeBody = (rule: TargetRule) =>
  z.strictObject({ url: url(rule), types, note, isEnabled: z.boolean('must be true or false') }).partial();

export type NewWebhookBody = z.output<ReturnType<typeof newWebhookBody>>;
export type WebhookChange = z.output<ReturnType<typeof webhookChangeBody>>;

/** Query of `GET /api/webhooks/{id}/deliveries`. An empty value is the same as none. */
export const DeliveryQuery = z.object({
  state: emptyAsNone(z.enum(DELIVERY_STATES)),
  before: emptyAsNone(TimeAndId),
});
export type DeliveryQuery = z.output<typeof DeliveryQuery>;
