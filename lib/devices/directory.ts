import { cutText } from '@/lib/db/cut-text';
import { errorOnce } from '@/lib/error-once';
import { ONE_LINE, oneLine } from '@/lib/one-line';
import { LONGEST_DESCRIPTION } from './describe-device';
import { LONGEST_ALIAS } from './device-alias';

/** One line of the answer to a directory search. Infinity wants all three keys (policy-api.md §8, D). */
export interface DirectoryLine {
  alias: string;
  description: string;
  /** Always empty: nobody needs another device's user name to dial it. */
  username: string;
}

/** Something that can be found: what is dialled, and how it is described. */
export interface DirectoryEntry {
  alias: string;
  description: string;
  /** The name, folded: by this it is ordered. */
  sortedBy: string;
  /** All searched texts, folded, one a line: a word has no line break, so it never matches across two of them. */
  searched: string;
}

/** Infinity asks for 10; more than 100 lines nobody reads. */
const USUAL_LIMIT = 10;
const LARGEST_LIMIT = 100;
/** Nobody types more into a search field; what is beyond is not looked at. */
const LONGEST_QUERY = 250;

/** Letters that Unicode does not take apart, as people type them who lack the key. */
const PLAIN: Record<string, string> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Text without case and accents, so that `malmo` finds Malmö. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return bare.replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** An entry that is found by its name and by `texts`. */
export function directoryEntry(alias: string, name: string, description: string, texts: string[]): DirectoryEntry {
  // What is wrong in a description is left out of it; without any, the alias says what is dialled.
  const shown = cutText(oneLine(description), LONGEST_DESCRIPTION) || alias;
  return { alias, description: shown, sortedBy: fold(name), searched: [name, ...texts].map(fold).join('\n') };
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** By name, and the same names by alias, so that the same question always has the same answer. */
export function sortEntries(entries: DirectoryEntry[]): DirectoryEntry[] {
  return entries.sort((a, b) => alphabet.compare(a.sortedBy, b.sortedBy) || (a.alias < b.alias ? -1 : 1));
}

/**
 * The lines that answer a search: of every group in turn, those in which every word of `q` occurs, first the names that
 * begin with what was typed, else in the order in which the group came. `limit` is taken as 1 to 100, and as 10 when it is
 * no number.
 */
export function directoryLines(groups: readonly DirectoryEntry[][], q: string, limit: number): DirectoryLine[] {
  const typed = fold(q.slice(0, LONGEST_QUERY)).trim();
  const most = Number.isFinite(limit) ? Math.min(Math.max(Math.trunc(limit), 1), LARGEST_LIMIT) : USUAL_LIMIT;
  const found = groups.flatMap((group) => bestOf(group, typed, most));
  return found.slice(0, most).map(({ alias, description }) => ({ alias, description, username: '' }));
}

/** Looks no further than it must: thousands of devices are gone through at every key that somebody presses. */
function bestOf(group: readonly DirectoryEntry[], typed: string, most: number): DirectoryEntry[] {
  const words = typed.split(/\s+/);
  const best: DirectoryEntry[] = [];
  const others: DirectoryEntry[] = [];
  for (const entry of group) {
    if (best.length === most) break;
    const kept = entry.sortedBy.startsWith(typed) ? best : others;
    if (kept.length === most || !words.every((word) => entry.searched.includes(word))) continue;
    if (isAcceptable(entry.alias)) kept.push(entry);
    else errorOnce(`directory: ${JSON.stringify(entry.alias)} is left out, Infinity would not accept it as an alias`);
  }
  return [...best, ...others];
}

/** What Infinity would drop the whole answer for is left out, so that the others are still found. */
function isAcceptable(alias: string): boolean {
  return alias !== '' && alias.length <= LONGEST_ALIAS && ONE_LINE.test(alias);
}
