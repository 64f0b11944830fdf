import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { cursorAfter, PAGE_SIZE, type DecisionPage, type ReportedDecision } from './decision-reports';
import { outcomesOf, searchFor, type DecisionQuery } from './decision-reports-filter';

type DecisionRow = Omit<ReportedDecision, 'at'> & { at: Date };

const SELECT = {
  id: true,
  at: true,
  request: true,
  alias: true,
  meetingId: true,
  location: true,
  node: true,
  protocol: true,
  caller: true,
  callerAlias: true,
  asked: true,
  outcome: true,
  reason: true,
  latencyUs: true,
} as const satisfies Prisma.PolicyDecisionSelect;

const NEWEST_FIRST = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.PolicyDecisionOrderByWithRelationInput[];

/** A page of decisions that fit the query, newest first. */
export async function loadDecisions(query: DecisionQuery): Promise<DecisionPage> {
  const serverTime = new Date().toISOString();
  // One more than is shown, to know whether there are others.
  const rows = await findRows(query, PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    serverTime,
    decisions: shown.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    before: rows.length > PAGE_SIZE && last ? cursorAfter({ ...last, at: last.at.toISOString() }) : null,
  };
}

async function findRows(query: DecisionQuery, take: number): Promise<DecisionRow[]> {
  const search = searchFor(query.alias, settings().aliasPrefix);
  const where = conditionsOf(query);
  if (search.kind === 'all') return find(where, take);
  if (search.kind === 'id') return find({ ...where, id: search.id }, take);
  // One query for each form: Postgres then reads the newest of each straight from the index, where with all of them in
  // one it would sort everything that was ever said about them.
  const found: DecisionRow[] = [];
  for (const alias of search.aliases) found.push(...(await find({ ...where, alias }, take)));
  const ids = await findByCaller(search.callers, query, take);
  if (ids.length > 0) found.push(...(await find({ id: { in: ids, notIn: found.map(({ id }) => id) } }, take)));
  return found.sort(newestFirst).slice(0, take);
}

/** The newest of these callers, whatever their case. Not by Prisma, whose comparison without case takes `_` and `%` for patterns. */
async function findByCaller(callers: string[], query: DecisionQuery, take: number): Promise<string[]> {
  if (callers.length === 0) return [];
  const { before, since, request } = query;
  const outcomes = outcomesOf(query);
  const forms = Prisma.join(callers.map((caller) => Prisma.sql`lower(${caller})`));
  const rows = await database().$queryRaw<{ id: string }[]>`
    select id from policy_decision
    where (lower(caller) in (${forms}) or lower(caller_alias) in (${forms}))
      ${request ? Prisma.sql`and request = ${request}` : Prisma.empty}
      ${outcomes ? Prisma.sql`and outcome in (${Prisma.join([...outcomes])})` : Prisma.empty}
      ${since ? Prisma.sql`and at >= ${since}` : Prisma.empty}
      ${before ? Prisma.sql`and (at, id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty}
    order by at desc, id desc limit ${take}`;
  return rows.map(({ id }) => id);
}

function find(where: Prisma.PolicyDecisionWhereInput, take: number): Promise<DecisionRow[]> {
  return database().policyDecision.findMany({ where, select: SELECT, orderBy: NEWEST_FIRST, take });
}

function conditionsOf(query: DecisionQuery): Prisma.PolicyDecisionWhereInput {
  const outcomes = outcomesOf(query);
  const { before, since, request } = query;
  return {
    ...(request && { request }),
    ...(outcomes && { outcome: { in: [...outcomes] } }),
    at: { ...(since && { gte: since }), ...(before && { lte: before.at }) },
    // The bound above alone starts the index scan in the right place; this skips what was shown already.
    ...(before && { OR: [{ at: { lt: before.at } }, { id: { lt: before.id } }] }),
  };
}

/** As Postgres orders them: ids in lower case compare as their bytes do. */
function newestFirst(one: DecisionRow, other: DecisionRow): number {
  return other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);
}
