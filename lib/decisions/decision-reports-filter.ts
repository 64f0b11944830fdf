import { z } from 'zod';
import { cutText } from '@/lib/db/cut-text';
import { storableText } from '@/lib/db/storable-text';
import { emptyAsNone, TimeAndId } from '@/lib/http/query-fields';
import { dialledAlias, isWellFormed } from '@/lib/meetings/alias';
import { OUTCOMES, REFUSALS, REQUESTS } from './decision-reports';

/** Longer than anything that can be dialled, and than any link of ours. */
const LONGEST_SEARCH = 600;

/** Query of `GET /api/connection/decisions`, and of the page's own address. An empty value is the same as none. */
export const DecisionQuery = z.object({
  /** An alias in any form, a join link, a caller as recorded, or a decision's id. */
  alias: emptyAsNone(z.string().trim().max(LONGEST_SEARCH)),
  outcome: emptyAsNone(z.enum([...OUTCOMES, 'refusals'])),
  request: emptyAsNone(z.enum(REQUESTS)),
  before: emptyAsNone(TimeAndId),
  /** Only what is newer: a page that follows the list reads no further back than it must. */
  since: emptyAsNone(z.iso.datetime().transform((text) => new Date(text))),
});

export type DecisionQuery = z.infer<typeof DecisionQuery>;

/** The outcomes that are asked for; null for all. */
export function outcomesOf({ outcome }: DecisionQuery): readonly string[] | null {
  if (outcome === undefined) return null;
  return outcome === 'refusals' ? REFUSALS : [outcome];
}

export type DecisionSearch =
  { kind: 'all' } | { kind: 'id'; id: string } | { kind: 'texts'; aliases: string[]; callers: string[] };

/** The longest that is recorded of an alias, and of a caller. */
const LONGEST_RECORDED = 250;

/**
 * What somebody looks for who typed this. Our own aliases are recorded undone and everybody else's as they came, so both
 * forms are looked up. Callers are recorded as the node described them, and looked for in no link and no alias of ours: an
 * alias of ours has an index, callers have none.
 */
export function searchFor(typed: string | undefined, aliasPrefix: string): DecisionSearch {
  const text = (typed ?? '').trim();
  if (text === '') return { kind: 'all' };
  const id = z.uuid().safeParse(text);
  if (id.success) return { kind: 'id', id: id.data.toLowerCase() };
  const linked = aliasInLink(text);
  const alias = linked ?? text;
  const dialled = dialledAlias(alias) ?? '';
  const aliases = recordedForms([dialled, alias, alias.toLowerCase()]);
  const isAlias = linked !== null || isWellFormed(dialled, aliasPrefix);
  return { kind: 'texts', aliases, callers: isAlias ? [] : callerForms(text) };
}

/** Some nodes' callers come with a scheme and some without; people type either. Case is for who compares. */
function callerForms(text: string): string[] {
  const bare = text.replace(/^(sips?|h323|tel):/i, '');
  const schemes = bare === '' ? [] : ['sip:', 'sips:', 'h323:', 'tel:'];
  return recordedForms([text, bare, ...schemes.map((scheme) => `${scheme}${bare}`)]);
}

function recordedForms(texts: string[]): string[] {
  return [...new Set(texts.map(storable).filter((form) => form !== ''))];
}

/** What follows `/join/` in a link of ours, on whatever host. */
function aliasInLink(text: string): string | null {
  const [, encoded] = /(?:^|\/)join\/([^/?#\s]+)/i.exec(text) ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // A broken escape: looked for as it is written.
  }
}

/** As it would have been recorded: Postgres has no text that holds NUL or half a character. */
function storable(text: string): string {
  return cutText(storableText(text.replaceAll('\0', '')), LONGEST_RECORDED);
}
