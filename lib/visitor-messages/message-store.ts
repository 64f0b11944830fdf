import { recordAudit } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { cursorOf } from '@/lib/history/cursor';
import type { MessageInput, MessageQuery } from './message-input';
import type { MessagePage, MessageView } from './message-view';

const PAGE = 50;
const SHOWN = { answeredBy: { select: { name: true } } } as const;

type Row = Prisma.VisitorMessageGetPayload<{ include: typeof SHOWN }>;

/** Keeps what a visitor left. */
export async function keepMessage(input: MessageInput, receivedAt: Date): Promise<void> {
  await database().visitorMessage.create({ data: { ...input, receivedAt } });
}

/** A page of messages, newest first. */
export async function listMessages({ state, after }: MessageQuery): Promise<MessagePage> {
  const of: Prisma.VisitorMessageWhereInput =
    state === 'all' ? {} : { answeredAt: state === 'open' ? null : { not: null } };
  const at = after?.at ?? null;
  const rows = await database().visitorMessage.findMany({
    where: {
      AND: [of, at ? { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: after?.keys[0] } }] } : {}],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    // One more than is shown, to know whether there are others.
    take: PAGE + 1,
    include: SHOWN,
  });
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    messages: rows.slice(0, PAGE).map(shown),
    next: last ? cursorOf({ at: last.receivedAt, keys: [last.id] }) : null,
    unanswered: await countUnanswered(),
  };
}

/** How many messages nobody has answered. */
export function countUnanswered(): Promise<number> {
  return database().visitorMessage.count({ where: { answeredAt: null } });
}

/**
 * Notes that this agent has answered a message, or that nobody has. Whoever was first stays the one who answered. Null when
 * there is no such message.
 */
export function markMessage(
  id: string,
  isAnswered: boolean,
  agent: SignedInAgent,
  now: Date,
): Promise<MessageView | null> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.visitorMessage.updateMany({
      where: { id, answeredAt: isAnswered ? null : { not: null } },
      data: isAnswered ? { answeredAt: now, answeredById: agent.id } : { answeredAt: null, answeredById: null },
    });
    const row = await transaction.visitorMessage.findUnique({ where: { id }, include: SHOWN });
    if (!row) return null;
    if (count > 0) {
      await recordAudit(transaction, {
        actor: { kind: 'agent', id: agent.id, name: agent.name },
        action: isAnswered ? 'message.answered' : 'message.reopened',
        // Not whose: names are erased some day, and this is not.
        subject: `Message of ${row.receivedAt.toISOString()}`,
      });
    }
    return shown(row);
  });
}

function shown({
  id,
  receivedAt,
  name,
  email,
  phone,
  text,
  wantedAt,
  language,
  answeredAt,
  answeredBy,
}: Row): MessageView {
  return {
    ...{ id, name, email, phone, text, language },
    receivedAt: receivedAt.toISOString(),
    wantedAt: wantedAt?.toISOString() ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    answeredBy: answeredBy?.name ?? null,
  };
}
