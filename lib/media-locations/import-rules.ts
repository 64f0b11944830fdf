import type { Actor } from '@/lib/audit/audit-store';
import { compareRules, contentOf, fingerprintOf, type RuleDifference } from './compare-rules';
import { ruleKey, type MediaRule, type RuleContent } from './media-rule';
import { MOST_RULES } from './rule-limits';
import { listRules, replaceAll } from './media-rule-store';
import { columnOf, readRulesCsv, type FileFault, type FileRule } from './read-rules-csv';
import { checkLocations } from './save-rule';
import { writeRulesCsv } from './write-rules-csv';

export interface ImportOptions {
  /**
   * `restore` is the undo of an import: as `replace`, but the file may hold no rules, and names are not asked for. Mostly they
   * were in force a moment ago; whoever sends another file this way answers for its names, as with `saveUnchecked`.
   */
  mode: 'add' | 'replace' | 'restore';
  saveUnchecked: boolean;
  /** Fingerprint of the rules that the agent saw when deciding; null: whatever there is. */
  expected: string | null;
}

export interface ImportPreview extends RuleDifference {
  ok: true;
  /** Rules there will be, or are. */
  total: number;
  /** What to expect: in a preview of the rules as they are, after an import as they have become. */
  fingerprint: string;
}

export type ImportRefusal =
  | { ok: false; error: 'faults'; faults: FileFault[] }
  | { ok: false; error: 'unchecked' }
  /** Somebody changed the rules since the agent saw them. */
  | { ok: false; error: 'changed-meanwhile' };

export type Imported =
  (ImportPreview & { /** The rules of before as a file, for `restore`. */ before: string }) | ImportRefusal;

/** What an import would do. Finds what `importRules` would refuse, and changes nothing. */
export async function previewImport(text: string, options: ImportOptions): Promise<ImportPreview | ImportRefusal> {
  const file = await readChecked(text, options);
  if (!file.ok) return file;
  const before = await listRules();
  const plan = planImport(before, file.rules, options);
  if (!plan.ok) return plan;
  return { ...outcome(before, plan.after), fingerprint: fingerprintOf(before) };
}

/** Puts a file's rules in force, all of them or none. */
export async function importRules(text: string, options: ImportOptions, actor: Actor): Promise<Imported> {
  const file = await readChecked(text, options);
  if (!file.ok) return file;
  const { before, decision } = await replaceAll((current) => planImport(current, file.rules, options), actor);
  return decision.ok
    ? { ...outcome(before, decision.after), fingerprint: fingerprintOf(decision.after), before: writeRulesCsv(before) }
    : decision;
}

function outcome(before: readonly RuleContent[], after: readonly RuleContent[]) {
  return { ok: true as const, total: after.length, ...compareRules(before, after) };
}

type CheckedFile = { ok: true; rules: FileRule[] } | ImportRefusal;

async function readChecked(text: string, { mode, saveUnchecked }: ImportOptions): Promise<CheckedFile> {
  const file = readRulesCsv(text, mode === 'restore');
  if (!file.ok) return { ok: false, error: 'faults', faults: file.faults };
  const rules = file.rules.map(({ rule }) => rule);
  const checked = await checkLocations(rules, saveUnchecked || mode === 'restore');
  if (checked === 'unchecked') return { ok: false, error: 'unchecked' };
  const faults = checked.flatMap((fields, index) =>
    fields.map(({ field, message }) => ({ line: file.rules[index]!.line, field: columnOf(field), message })),
  );
  return faults.length > 0 ? { ok: false, error: 'faults', faults } : file;
}

type Plan = { ok: true; after: RuleContent[] } | ImportRefusal;

function planImport(before: readonly MediaRule[], file: readonly FileRule[], options: ImportOptions): Plan {
  if (options.expected !== null && options.expected !== fingerprintOf(before)) {
    return { ok: false, error: 'changed-meanwhile' };
  }
  if (options.mode === 'add') return planAddition(before, file);
  const existing = new Map(before.map((rule) => [contentOf(rule), rule]));
  return { ok: true, after: file.map(({ rule }) => existing.get(contentOf(rule)) ?? rule) };
}

function planAddition(before: readonly MediaRule[], file: readonly FileRule[]): Plan {
  const existing = new Set(before.map(ruleKey));
  const message = 'there is a rule for this asking location, network and protocol already';
  const faults = file
    .filter(({ rule }) => existing.has(ruleKey(rule)))
    .map(({ line }) => ({ line, field: '', message }));
  const total = before.length + file.length;
  if (total > MOST_RULES) {
    faults.push({ line: 0, field: '', message: `would make ${total} rules; ${MOST_RULES} are the most` });
  }
  return faults.length > 0
    ? { ok: false, error: 'faults', faults }
    : { ok: true, after: [...before, ...file.map(({ rule }) => rule)] };
}
