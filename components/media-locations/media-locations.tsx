'use client';

import { UndoNotice } from '@/components/ui/undo-notice';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { FailureNotice } from './failure-notice';
import { ImportPanel } from './import-panel';
import { NameChecking, type Checking } from './name-checking';
import { NoRules } from './no-rules';
import { PageHead } from './page-head';
import { RuleForm } from './rule-form';
import { RuleList } from './rule-list';
import { RuleTester } from './rule-tester';
import { bringBackRule, deleteRule, undoImport } from './rules-api';
import { useRulesPage } from './use-rules-page';

type MediaLocationsProps = {
  rules: MediaRule[];
  /** Names of Infinity's locations; null when they are not known. */
  locations: string[] | null;
  checking: Checking;
  /** What the list of rules is narrowed to at first; empty: nothing. */
  find: string;
};

/** The rules that say where media is handled: list, change, try, import and export. */
export function MediaLocations({ rules, locations, checking, find }: MediaLocationsProps) {
  const { open, notice, isRefreshing, show, done, report, dismiss, cancel, undoing } = useRulesPage();

  async function remove(rule: MediaRule) {
    const answer = await deleteRule(rule.id);
    if (!answer.ok) return report({ failure: answer.failure });
    report({ text: 'Rule deleted.', undo: undoing('The rule is back.', () => bringBackRule(rule)) });
  }

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <PageHead hasRules={rules.length > 0} onImport={() => show('import')} onAdd={() => show('new')} />
      <NameChecking checking={checking} />
      <LocationNames names={locations} />
      {notice && 'failure' in notice && <FailureNotice failure={notice.failure} />}
      {open === 'import' && (
        <ImportPanel
          ruleCount={rules.length}
          onCancel={cancel}
          onDone={(imported) =>
            done({
              text:
                imported.total === 1
                  ? 'Imported: 1 rule is in force.'
                  : `Imported: ${imported.total} rules are in force.`,
              undo: undoing('The rules are as they were before.', () => undoImport(imported)),
            })
          }
        />
      )}
      {open === 'new' && (
        <RuleForm rule={null} locations={locations} onCancel={cancel} onSaved={() => done({ text: 'Rule added.' })} />
      )}
      {rules.length === 0 && open !== 'new' && <NoRules />}
      {rules.length > 0 && (
        <RuleList
          // Another address is another list, also while this page stays.
          key={find}
          rules={rules}
          locations={locations}
          find={find}
          isBusy={isRefreshing}
          openId={typeof open === 'object' ? (open?.id ?? null) : null}
          onEdit={(rule) => show({ id: rule.id })}
          onDelete={remove}
          onCancel={cancel}
          onSaved={() => done({ text: 'Rule saved.' })}
        />
      )}
      {rules.length > 0 && <RuleTester rules={rules} />}
      <UndoNotice notice={notice && 'text' in notice ? notice : null} onDismiss={dismiss} />
    </main>
  );
}

/** What the fields for locations offer. */
function LocationNames({ names }: { names: string[] | null }) {
  return (
    <datalist id="infinity-locations">
      {names?.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
