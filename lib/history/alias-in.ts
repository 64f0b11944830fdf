import { isWellFormed } from '@/lib/meetings/alias';

/** The alias of ours in what somebody typed or pasted: by itself, in a join link, in a SIP address. Null when there is none. */
export function aliasIn(text: string, aliasPrefix: string): string | null {
  const words = text.toLowerCase().split(/[^a-z0-9._-]+/);
  return words.find((word) => isWellFormed(word, aliasPrefix)) ?? null;
}
