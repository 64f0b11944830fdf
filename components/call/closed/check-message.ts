import type { VisitorMessage } from '@/lib/visitor-messages/schemas';
import type { MessageDraft } from './message-draft';

export type MessageField = 'name' | 'email' | 'phone' | 'text' | 'wantedAt';
/** What is wrong with a field; the words are in `closed.wrong`. */
export type Wrong = Partial<
  Record<MessageField, 'nameMissing' | 'contactMissing' | 'textMissing' | 'timeMissing' | 'refused'>
>;

/** What would be sent, or what is missing. The server has the last word on everything. */
export function checkMessage(
  draft: MessageDraft,
  isSlot: boolean,
  language: string,
): { ok: true; message: VisitorMessage } | { ok: false; wrong: Wrong } {
  const [name, email, phone, text] = [draft.name, draft.email, draft.phone, draft.text].map((each) => each.trim()) as [
    string,
    string,
    string,
    string,
  ];
  const { wantedAtMs } = draft;
  const wrong: Wrong = {
    ...(name ? {} : { name: 'nameMissing' as const }),
    ...(email || phone ? {} : { email: 'contactMissing' as const }),
    ...(text || isSlot ? {} : { text: 'textMissing' as const }),
    ...(wantedAtMs !== null || !isSlot ? {} : { wantedAt: 'timeMissing' as const }),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const message = {
    ...{ name, language },
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(text ? { text } : {}),
    ...(isSlot && wantedAtMs !== null ? { wantedAt: new Date(wantedAtMs).toISOString() } : {}),
  };
  return { ok: true, message };
}

const fields: readonly string[] = ['name', 'email', 'phone', 'text', 'wantedAt'];

/** Which fields the server refuses; its own sentences are English. */
export function wrongByServer(refused: Record<string, string>): Wrong {
  const known = Object.keys(refused).filter((field) => fields.includes(field));
  return Object.fromEntries(known.map((field) => [field, 'refused']));
}
