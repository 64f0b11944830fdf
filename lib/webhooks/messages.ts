import { z } from 'zod';
import { TEST_TYPE, WEBHOOK_TYPES, type WebhookType } from './webhook';

// The wire form of every message, field by field, as receivers read it. docs/webhooks.md and the API's description are made
// of these, and tests hold what is sent against them.

const instant = z.iso.datetime({ precision: 3 });
const instantOrNone = (meaning: string) => instant.nullable().describe(meaning);

const told = (type: WebhookType | typeof TEST_TYPE) => ({
  type: z.literal(type).describe('What happened.'),
  id: z.uuid().describe('The same for every try and every replay: also the header `webhook-id`.'),
  at: instant.describe('When it happened.'),
});

const meeting = z
  .strictObject({
    alias: z.string().describe('What is dialled to reach it.'),
    topic: z.string().nullable().describe('What it is about; null where nobody said so, or when it was erased.'),
    validFrom: instant.describe('When it opens.'),
    validUntil: instant.describe('When it ends for everyone.'),
    joinUrl: z.url().describe('Its page for guests.'),
  })
  .describe('The meeting it happened in.');

const participant = z
  .strictObject({
    id: z
      .string()
      .describe(
        'One for all devices’ connections of this person, while they are in. It may become another if an earlier connection of theirs is reported late.',
      ),
    displayName: z.string().nullable().describe('As others see it; null when it was erased.'),
    role: z.enum(['host', 'guest']).nullable().describe('Null while it is not known.'),
    isAgent: z.boolean().describe('Whether they came in as a signed-in agent of yours.'),
    joinedAt: instantOrNone('When they were first let in; null for who only waited.'),
    leftAt: instantOrNone('Null while they are there.'),
    reason: z.string().nullable().describe('Why they left, in the platform’s words.'),
    durationMs: z
      .number()
      .int()
      .min(0)
      .nullable()
      .describe('From first being let in to leaving, without the times when they were away.'),
    wronglyLeftAt: instantOrNone(
      'In a `participant.joined` that takes back a `participant.left`: the `leftAt` of that one. They were there all the while.',
    ),
  })
  .describe('Whom it is about.');

const facts = z
  .strictObject({
    firstArrivedAt: instantOrNone('When the first person came, if only to wait.'),
    firstJoinedAt: instantOrNone('When the first person was let in.'),
    hostJoinedAt: instantOrNone('When the first host was let in.'),
    answeredAt: instantOrNone('When an agent came.'),
    lastLeftAt: instantOrNone('When the last person left.'),
    people: z.number().int().min(0).describe('How many there were.'),
    peak: z.number().int().min(0).describe('The most at one time.'),
    durationMs: z
      .number()
      .int()
      .min(0)
      .nullable()
      .describe('How long somebody was inside, without the times when nobody was.'),
    endedBy: z
      .enum(['host', 'administrator', 'participant', 'everyone_left', 'lost'])
      .nullable()
      .describe('Who or what ended the call; `lost` when its end was never reported.'),
    worstQuality: z
      .number()
      .int()
      .nullable()
      .describe('From 1, good, to 4, terrible; null where nothing was reported.'),
  })
  .describe('What the call came to. Times are null and counts zero when nobody came.');

const ofMeeting = (type: WebhookType) => z.strictObject({ ...told(type), meeting });
const ofPerson = (type: WebhookType) => z.strictObject({ ...told(type), meeting, participant });

/** By type: what a receiver gets. */
export const MESSAGES = {
  'meeting.created': ofMeeting('meeting.created').describe('A meeting was made.'),
  'meeting.started': ofMeeting('meeting.started').describe('The first person is inside.'),
  'meeting.ended': z
    .strictObject({ ...told('meeting.ended'), meeting, facts })
    .describe('A meeting is over for everyone. Sent when it is known what it came to, a minute later at most.'),
  'meeting.cancelled': ofMeeting('meeting.cancelled').describe('A meeting was cancelled.'),
  'participant.joined': ofPerson('participant.joined').describe(
    'Somebody was let in. Sent again when they come back after having left, and, with `wronglyLeftAt`, when they are still there although it was told that they had left.',
  ),
  'participant.left': ofPerson('participant.left').describe(
    'Somebody has left. Sent each time they leave, and again with the true time where an end was only inferred. Where it turns out that they are still there, it is taken back by a `participant.joined` with `wronglyLeftAt`.',
  ),
  'visitor.waiting': ofPerson('visitor.waiting').describe(
    'A visitor is there, and nobody answers. Sent again when whoever answered has left and the visitor is still there; `at` is when they began to wait.',
  ),
  [TEST_TYPE]: z.strictObject(told(TEST_TYPE)).describe('Sent from the desk, to see whether it arrives.'),
} satisfies Record<WebhookType | typeof TEST_TYPE, z.ZodType>;

export const MESSAGE_TYPES = [...WEBHOOK_TYPES, TEST_TYPE] as const;
