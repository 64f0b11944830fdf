import { z } from 'zod';
import { cutText } from '@/lib/db/cut-text';
import { storableText } from '@/lib/events/canonical-json';
import { dialledAlias } from '@/lib/meetings/alias';
import { OUTCOMES, REFUSALS, REQUESTS } from './decision-reports';

/** Longer than anything that can be dialled, and than any link of ours. */
const LONGEST_SEARCH = 600;

const ISO_WITH_MS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** `2026-11-21T12:00:00.000Z_<decision id>`: the last row that was shown. */
const Cursor = z
  .string()
  .max(100)
  .transform((text, context) => {
    const [at = '', id = ''] = text.split('_');
    const isCursor = ISO_WITH_MS.test(at) && !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
    if (isCursor) return { at: new Date(at), id };
    context.addIssue({ code: 'custom', message: 'is not a place in the list' });
    return z.NEVER;
  });

/** Query of `GET /api/connection/decisions`, and of the page's own address. An empty value is the same as none. */
export const DecisionQuery = z.object({
  /** An alias in any form, a join link, or a decision's id. */
  alias: emptyAsNone(z.string().trim().max(LONGEST_SEARCH)),
  outcome: emptyAsNone(z.enum([...OUTCOMES, 'refusals'])),
  request: emptyAsNone(z.enum(REQUESTS)),
  before: emptyAsNone(Cursor),
  /** Only what is newer: a page that follows the list reads no further back than it must. */
  since: emptyAsNone(z.iso.datetime().transform((text) => new Date(text))),
});

export type DecisionQuery = z.infer<typeof DecisionQuery>;

function emptyAsNone<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** The outcomes that are asked for; null for all. */
export function outcomesOf({ outcome }: DecisionQuery): readonly string[] | null {
  if (outcome === undefined) return null;
  return outcome === 'refusals' ? REFUSALS : [outcome];
}

export type DecisionSearch = { kind: 'all' } | { kind: 'id'; id: string } | { kind: 'aliases'; aliases: string[] };

/** The longest that is recorded of an alias. */
const LONGEST_ALIAS = 250;

/**
 * What somebody looks for who typed this. Our own aliases are recorded undone and everybody else's as they came, so both
 * forms are looked up.
 */
export function searchFor(typed: string | undefined): DecisionSearch {
  const text = (typed ?? '').trim();
  if (text === '') return { kind: 'all' };
  const id = z.uuid().safeParse(text);
  if (id.success) return { kind: 'id', id: id.data.toLowerCase() };
  const alias = aliasInLink(text) ?? text;
  const forms = [dialledAlias(alias), alias, alias.toLowerCase()].map((form) => storable(form ?? ''));
  return { kind: 'aliases', aliases: [...new Set(forms.filter((form) => form !== ''))] };
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
  return cutText(storableText(text.replaceAll('\0', '')), LONGEST_ALIAS);
}
