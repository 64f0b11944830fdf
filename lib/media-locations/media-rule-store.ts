import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '@/lib/audit/audit-action';
import { recordAudit, type Actor } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { notifyChanged } from '@/lib/db/snapshot';
import type { MediaRule, RuleContent, RuleKey } from './media-rule';
import { MOST_RULES } from './rule-limits';

// The media_rule table. Changes take turns, so that what one of them looked at still holds when it writes, and every instance
// hears of each.

/** Under this name every instance is told that the rules have changed. */
export const MEDIA_RULES = 'media-rules';

const known = {
  ...{ id: true, askingLocation: true, network: true, protocol: true, location: true, overflow: true, note: true },
} satisfies Prisma.MediaRuleSelect;

export type RuleChange =
  | { ok: true; rule: MediaRule }
  /** `duplicate`: another rule has the same key. `unknown`: there is no such rule any more. */
  | { ok: false; error: 'duplicate' | 'too-many' | 'unknown' }
  /** Another agent was faster. `rule`: what it says now. */
  | { ok: false; error: 'changed-meanwhile'; rule: MediaRule };

/** Every rule, by asking location, network and protocol. */
export function listRules(client: Transaction = database()): Promise<MediaRule[]> {
  return client.mediaRule.findMany({
    select: known,
    orderBy: [{ askingLocation: 'asc' }, { network: 'asc' }, { protocol: 'asc' }],
    take: MOST_RULES,
  });
}

export function insertRule(rule: RuleContent, actor: Actor): Promise<RuleChange> {
  return inTurn(async (transaction) => {
    if (await transaction.mediaRule.findFirst({ where: keyOf(rule), select: { id: true } })) return refuse('duplicate');
    if ((await transaction.mediaRule.count()) >= MOST_RULES) return refuse('too-many');
    const created = await transaction.mediaRule.create({ data: rule, select: known });
    return changed(transaction, created, 'media-rule.added', actor);
  });
}

/** @param basedOn what it said when the agent began, to be refused where that has changed; null: whatever it says */
export function updateRule(
  id: string,
  rule: RuleContent,
  actor: Actor,
  basedOn: RuleContent | null = null,
): Promise<RuleChange> {
  return inTurn(async (transaction) => {
    const before = await transaction.mediaRule.findUnique({ where: { id }, select: known });
    if (before && basedOn && !isDeepStrictEqual(before, { id, ...basedOn })) {
      return { ok: false, error: 'changed-meanwhile', rule: before };
    }
    const other = { ...keyOf(rule), NOT: { id } };
    if (await transaction.mediaRule.findFirst({ where: other, select: { id: true } })) return refuse('duplicate');
    const { count } = await transaction.mediaRule.updateMany({ where: { id }, data: rule });
    return count === 0 ? refuse('unknown') : changed(transaction, { id, ...rule }, 'media-rule.changed', actor);
  });
}

/** Deletes a rule and gives back what it was. Null when there is no such rule any more. */
export function deleteRule(id: string, actor: Actor): Promise<MediaRule | null> {
  return inTurn(async (transaction) => {
    const rule = await transaction.mediaRule.findUnique({ where: { id }, select: known });
    if (!rule) return null;
    await transaction.mediaRule.delete({ where: { id } });
    await changed(transaction, rule, 'media-rule.removed', actor);
    return rule;
  });
}

type Replacement = { ok: true; after: readonly (RuleContent | MediaRule)[] } | { ok: false };

/**
 * Puts other rules in place of all there are, or leaves everything as it is.
 * @param decide is given the rules of this moment, and says what they become; those with an id are kept as they are.
 * @returns what there was before, and what was decided.
 */
export function replaceAll<R extends Replacement>(
  decide: (before: readonly MediaRule[]) => R,
  actor: Actor,
): Promise<{ before: MediaRule[]; decision: R }> {
  return inTurn(async (transaction) => {
    const before = await listRules(transaction);
    const decision = decide(before);
    if (!decision.ok) return { before, decision };
    const kept = decision.after.flatMap((rule) => ('id' in rule ? [rule.id] : []));
    const added = decision.after.filter((rule) => !('id' in rule));
    await transaction.mediaRule.deleteMany({ where: { id: { notIn: kept } } });
    await insertAll(transaction, added);
    const detail = { before: before.length, after: decision.after.length };
    await recordAudit(transaction, { actor, action: 'media-rules.imported', subject: 'Media rules', detail });
    await notifyChanged(MEDIA_RULES, transaction);
    return { before, decision };
  });
}

/** At their longest, this many are three megabytes. */
const ROWS_AT_ONCE = 1_000;

/** Many rows as one value: through createMany ten thousand of them take seconds, and the pool gives a query five. */
async function insertAll(transaction: Transaction, rules: readonly RuleContent[]): Promise<void> {
  for (let start = 0; start < rules.length; start += ROWS_AT_ONCE) {
    const rows = rules.slice(start, start + ROWS_AT_ONCE);
    await transaction.$executeRaw`
      INSERT INTO media_rule (asking_location, network, protocol, location, overflow, note)
      SELECT "askingLocation", network, protocol, location, overflow, note
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS rows ("askingLocation" text, network text, protocol text, location text, overflow text[], note text)`;
  }
}

/** Ten thousand rules take a second or two on a busy machine, and changes wait for each other; Prisma's own limit is five. */
const LONGEST_CHANGE_MS = 30_000;

function inTurn<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${MEDIA_RULES}))::text`;
      return work(transaction);
    },
    { timeout: LONGEST_CHANGE_MS, maxWait: LONGEST_CHANGE_MS },
  );
}

async function changed(
  transaction: Transaction,
  rule: MediaRule,
  action: AuditAction,
  actor: Actor,
): Promise<RuleChange> {
  const { askingLocation, network, protocol, location, overflow } = rule;
  const subject = [askingLocation || 'any location', network || 'any network', protocol || 'any protocol'].join(', ');
  await recordAudit(transaction, { actor, action, subject, detail: { location, overflow } });
  await notifyChanged(MEDIA_RULES, transaction);
  return { ok: true, rule };
}

function refuse(error: 'duplicate' | 'too-many' | 'unknown'): RuleChange {
  return { ok: false, error };
}

function keyOf({ askingLocation, network, protocol }: RuleKey): RuleKey {
  return { askingLocation, network, protocol };
}
