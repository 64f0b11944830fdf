import { json, send } from '@/components/ui/send';
import { KeptRating } from '@/lib/ratings/schemas';

const TIMEOUT_MS = 15_000;

/** Keeps what the holder of the ticket thinks of the call, in the place of what they said before. */
export function sendRating(alias: string, callTag: string, stars: number, word: string) {
  const body = { callTag, stars, ...(word.trim() ? { word: word.trim() } : {}) };
  return send(`/api/meetings/${encodeURIComponent(alias)}/rating`, KeptRating, {
    ...json('POST', body),
    timeoutMs: TIMEOUT_MS,
  });
}
