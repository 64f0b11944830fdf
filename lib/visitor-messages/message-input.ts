import { z } from 'zod';
import { cursorWith } from '@/lib/history/cursor';
import { line } from '@/lib/meetings/line';
import { MESSAGE_STATES } from './message-view';
import { LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE, LONGEST_TEXT, WANTED_WITHIN_DAYS } from './schemas';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A form sends what was left empty as empty. */
const optional = <S extends z.core.SomeType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), z.optional(schema));

const PHONE = 'must be a telephone number';

/** Body of `POST /api/messages` (schemas.ts says what it means). */
export const messageBody = (now: Date) =>
  z
    .strictObject({
      name: line(LONGEST_NAME),
      email: optional(
        z.email('must be an e-mail address').max(LONGEST_EMAIL, `must be at most ${LONGEST_EMAIL} characters`),
      ),
      phone: optional(
        line(LONGEST_PHONE).check(
          // However people write it: +47 22 33 44 55, (01632) 960-001, 22334455 ext. 12
          z.regex(/^[+(\d][\d\s()./+-]*(\s*(ext|x|#)\.?\s*\d+)?$/i, { error: PHONE, abort: true }),
          z.refine((text: string) => text.replace(/\D/g, '').length >= 5, PHONE),
        ),
      ),
      text: optional(
        z
          .string('must be text')
          .trim()
          .max(LONGEST_TEXT, `must be at most ${LONGEST_TEXT} characters`)
          // Line breaks and tabs are what people type.
          .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not contain control characters'),
      ),
      wantedAt: optional(
        z.iso
          .datetime({ offset: true, error: 'must be an ISO 8601 time with a zone, as in 2026-11-20T10:00:00Z' })
          .transform((text) => new Date(text))
          .refine((at) => at > now, 'must be in the future')
          .refine((at) => at.getTime() <= now.getTime() + WANTED_WITHIN_DAYS * DAY_MS, {
            message: `must be within ${WANTED_WITHIN_DAYS} days`,
          }),
      ),
      language: optional(
        z
          .string()
          .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag')
          .max(35),
      ),
    })
    .refine(({ email, phone }) => email ?? phone, {
      path: ['email'],
      message: 'give an e-mail address or a telephone number',
    })
    .refine(({ text, wantedAt }) => text ?? wantedAt, { path: ['text'], message: 'must not be empty' });
export type MessageInput = z.output<ReturnType<typeof messageBody>>;

/** Query of `GET /api/messages`. */
export const MessageQuery = z.strictObject({
  state: z.enum(MESSAGE_STATES).default('open'),
  after: cursorWith([z.uuid()]).optional(),
});
export type MessageQuery = z.output<typeof MessageQuery>;

/** Body of `PATCH /api/messages/{id}`. */
export const MessageChangeBody = z.strictObject({ isAnswered: z.boolean() });
