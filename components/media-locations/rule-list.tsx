import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { RuleForm } from './rule-form';
import { COLUMNS, RuleRow } from './rule-row';
import { rulesFor } from './rules-for';

/** More rows than this at once make typing slow, and nobody reads them. */
const SHOWN_AT_ONCE = 100;
/** From here on looking is slower than typing. */
const WORTH_FILTERING = 8;

type RuleListProps = {
  rules: MediaRule[];
  locations: string[] | null;
  /** What the list is narrowed to at first. */
  find: string;
  isBusy: boolean;
  /** The rule that is being changed. */
  openId: string | null;
  onEdit: (rule: MediaRule) => void;
  onDelete: (rule: MediaRule) => Promise<void>;
  onCancel: () => void;
  onSaved: () => void;
};

/** Every rule: a table, or cards where there is no room for one. */
export function RuleList({ rules, locations, find, isBusy, openId, onCancel, onSaved, ...actions }: RuleListProps) {
  const [filter, setFilter] = useState(find);
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const known = useMemo(() => locations && new Set(locations), [locations]);
  const matching = useMemo(() => rulesFor(rules, filter), [rules, filter]);
  const shown = matching.slice(0, limit);

  return (
    <section className="mt-7" aria-label="Rules" aria-busy={isBusy || undefined}>
      {(rules.length > WORTH_FILTERING || find !== '') && (
        <TextField
          className="mb-4 max-w-sm"
          label="Find a rule"
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <p role="status" className="mb-2.5 text-sm text-ink-soft">
        {filter.trim() === '' ? countOf(rules.length) : `${matching.length} of ${countOf(rules.length)}`}
      </p>
      {shown.length > 0 && (
        // The roles are said out loud because browsers forget them when a table is laid out as cards.
        <Card>
          <table role="table" className="block w-full lg:table">
            <thead role="rowgroup" className="max-lg:sr-only">
              <tr role="row" className="text-left text-sm text-ink-soft">
                {COLUMNS.map((name) => (
                  <th key={name} role="columnheader" scope="col" className="px-4 py-3 font-medium">
                    {name}
                  </th>
                ))}
                <th role="columnheader" scope="col" className="px-4 py-3">
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup" className="divide-y divide-line max-lg:block lg:border-t lg:border-line">
              {shown.map((rule) =>
                rule.id === openId ? (
                  <tr key={rule.id} role="row" className="max-lg:block">
                    <td role="cell" colSpan={COLUMNS.length + 1} className="px-3 pb-4 max-lg:block">
                      <RuleForm rule={rule} locations={locations} onCancel={onCancel} onSaved={onSaved} />
                    </td>
                  </tr>
                ) : (
                  <RuleRow key={rule.id} rule={rule} known={known} {...actions} />
                ),
              )}
            </tbody>
          </table>
        </Card>
      )}
      {matching.length > limit && (
        <Button variant="secondary" className="mt-4" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          Show {Math.min(SHOWN_AT_ONCE, matching.length - limit)} more
        </Button>
      )}
    </section>
  );
}

function countOf(rules: number): string {
  return rules === 1 ? '1 rule' : `${rules} rules`;
}
