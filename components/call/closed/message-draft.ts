import * as z from 'zod/mini';
import { keptText } from '@/lib/call/kept-text';
import '@/lib/call/zod-without-eval';

/** What has been typed. `wantedAtMs` is the time asked for; null: a message only. */
export const MessageDraft = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  text: z.string(),
  wantedAtMs: z.nullable(z.number()),
});
export type MessageDraft = z.infer<typeof MessageDraft>;

const empty: MessageDraft = { name: '', email: '', phone: '', text: '', wantedAtMs: null };

/** Reads what a page of this tab has kept; anything unreadable counts as nothing. */
export function parseDraft(text: string | null): MessageDraft {
  try {
    return MessageDraft.safeParse(JSON.parse(text ?? '')).data ?? empty;
  } catch {
    return empty;
  }
}

// It ends with the tab, as what a visitor has told nobody yet should.
const kept = keptText('sessionStorage', 'mayfly.message');

export const recallDraft = (): MessageDraft => parseDraft(kept.read());

/** Null forgets it. */
export const keepDraft = (draft: MessageDraft | null): void => kept.keep(draft && JSON.stringify(draft));
