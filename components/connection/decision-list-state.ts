import { cursorAfter, PAGE_SIZE, type DecisionPage, type ReportedDecision } from '@/lib/decisions/decision-reports';

/** The list of decisions as it stands on the page. Whoever reads in it must not have it move under their eyes. */
export interface DecisionList {
  shown: readonly ReportedDecision[];
  /** Where the page after what is shown begins; null when there is none. */
  before: string | null;
  /** Newer ones that wait until the reader asks for them. */
  held: readonly ReportedDecision[];
  /** More have come than fit between what is shown and what is held: the list has to be read anew. */
  isBehind: boolean;
  /** When it was last brought up to date, by the server's clock. */
  serverTime: string;
}

/**
 * Decisions are stored a moment after they were made, by each instance in its own time: so far back is looked again, so
 * that none is missed.
 */
const OVERLAP_MS = 30_000;

export function startWith({ decisions, before, serverTime }: DecisionPage): DecisionList {
  return { shown: decisions, before, held: [], isBehind: false, serverTime };
}

/** From when on the list has to be asked for what is new. */
export function newerSince({ serverTime }: DecisionList): string {
  return new Date(Date.parse(serverTime) - OVERLAP_MS).toISOString();
}

/** What has come since. It is shown at once, or held while somebody reads. A list that is behind is to be read anew instead. */
export function withNewer(list: DecisionList, page: DecisionPage, isReading: boolean): DecisionList {
  const { serverTime } = page;
  const known = new Set([...list.shown, ...list.held].map(({ id }) => id));
  const fresh = page.decisions.filter(({ id }) => !known.has(id));
  const isGap = page.before !== null && fresh.length === page.decisions.length;
  const held = sorted([...fresh, ...list.held]);
  if (!isReading) return isGap ? startWith(page) : showHeld({ ...list, held, serverTime });
  const isBehind = list.isBehind || isGap || held.length > PAGE_SIZE;
  return { ...list, held: held.slice(0, PAGE_SIZE), isBehind, serverTime };
}

/** What was held is shown with the rest, as a first page: what is further down can be asked for again. */
export function showHeld(list: DecisionList): DecisionList {
  if (list.held.length === 0) return list;
  const all = sorted([...list.held, ...list.shown]);
  const shown = all.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const before = all.length > PAGE_SIZE && last ? cursorAfter(last) : list.before;
  return { ...list, shown, before, held: [] };
}

export function withOlder(list: DecisionList, page: DecisionPage): DecisionList {
  const known = new Set(list.shown.map(({ id }) => id));
  const older = page.decisions.filter(({ id }) => !known.has(id));
  return { ...list, shown: [...list.shown, ...older], before: page.before };
}

/** Newest first, as the server orders them. */
function sorted(decisions: readonly ReportedDecision[]): ReportedDecision[] {
  const key = ({ at, id }: ReportedDecision) => `${at}_${id}`;
  return [...decisions].sort((one, other) => (key(one) < key(other) ? 1 : -1));
}
