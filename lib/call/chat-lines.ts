import type { ChatMessage } from './chat';

/** The node takes longer ones (client-api.md §4), but nobody reads them. In UTF-16 units, as a text field counts. */
export const LONGEST_MESSAGE = 2_000;

/** Lines of one person that came together. */
export interface ChatGroup {
  /** Number of its first line. */
  number: number;
  sender: ChatMessage['sender'];
  isPrivate: boolean;
  atMs: number;
  messages: readonly ChatMessage[];
}

/** A pause this long is worth a time of its own. */
const PAUSE_MS = 5 * 60 * 1000;

export function groupMessages(messages: readonly ChatMessage[]): ChatGroup[] {
  const groups: ChatGroup[] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && belongs(message, last)) groups[groups.length - 1] = { ...last, messages: [...last.messages, message] };
    else groups.push({ ...message, messages: [message] });
  }
  return groups;
}

function belongs(message: ChatMessage, group: ChatGroup): boolean {
  const before = group.messages.at(-1)?.atMs ?? group.atMs;
  return (
    message.sender?.id === group.sender?.id &&
    message.isPrivate === group.isPrivate &&
    message.atMs - before <= PAUSE_MS
  );
}

export interface TextPart {
  text: string;
  /** Where it leads, http or https only; null for plain text. */
  href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence after an address, rather than the address. */
const TRAILING = /[.,;:!?'’”»)\]}]+$/;

/** A text with its web addresses told apart, to be shown as links. Nothing in it is ever read as HTML. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(match);
    if (!URL.canParse(address)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: address, href: new URL(address).href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** A closing bracket stays where the address itself opened one, as encyclopaedias do. */
function trimmed(address: string): string {
  const short = address.replace(TRAILING, '');
  return short.includes('(') && address.startsWith(`${short})`) ? `${short})` : short;
}
