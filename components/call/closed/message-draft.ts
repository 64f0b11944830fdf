import * as z from 'zod/mini';
import '@/lib/call/zod-without-eval';

const KEY = 'mayfly.message';

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

// sessionStorage: it ends with the tab, as what a visitor has told nobody yet should. It may be forbidden; then a reload
// loses what was typed, and nothing else breaks.
export function recallDraft(): MessageDraft {
  try {
    return parseDraft(window.sessionStorage.getItem(KEY));
  } catch {
    return empty;
  }
}

/** Null forgets it. */
export function keepDraft(draft: MessageDraft | null): void {
  try {
    if (draft) window.sessionStorage.setItem(KEY, JSON.stringify(draft));
    else window.sessionStorage.removeItem(KEY);
  } catch {
    // as above
  }
}
