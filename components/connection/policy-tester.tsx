'use client';

import { useState, type FormEvent } from 'react';
import { SelectField } from '@/components/ui/select-field';
import type { Refusal } from '@/components/ui/send';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { ReportedRequest, ReportedTrial } from '@/lib/decisions/decision-reports';
import { askTrial } from './connection-api';
import { REQUEST_CHOICES } from './decision-filter';
import { fieldsOf, momentOf, parametersOf, PRESETS, withPreset, withType, type TesterDraft } from './test-parameters';
import { TesterFields } from './tester-fields';
import { TesterResult } from './tester-result';

type PolicyTesterProps = { draft: TesterDraft; onChange: (draft: TesterDraft) => void };

const LATEST = '9999-12-31T23:59:59';
const NO_MOMENT: Refusal = {
  ok: false,
  status: 0,
  message: '',
  fields: { at: 'Choose a moment before the year 10000.' },
};

/** Asks what a node would ask, now or as of another moment, and shows what it would be answered. */
export function PolicyTester({ draft, onChange }: PolicyTesterProps) {
  const [result, setResult] = useState<ReportedTrial | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const others = Object.entries(draft.others ?? {});

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const at = momentOf(draft);
    if (at === null) return setRefusal(NO_MOMENT);
    setIsBusy(true);
    const answer = await askTrial({ type: draft.type, parameters: parametersOf(draft), at });
    setIsBusy(false);
    setRefusal(answer.ok ? null : answer);
    setResult(answer.ok ? answer.value : null);
  }

  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <form onSubmit={(event) => void submit(event)} className="min-w-0">
        <div className="flex flex-wrap gap-2">
          {PRESETS.map(({ label, draft: preset }) => (
            <Button
              key={label}
              variant="secondary"
              size="small"
              className="min-h-11"
              onClick={() => onChange(withPreset(draft, preset))}
            >
              {label}
            </Button>
          ))}
        </div>
        <div className="mt-4 grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            label="Request"
            value={draft.type}
            choices={REQUEST_CHOICES.filter(([value]) => value !== '')}
            onChoose={(type) => onChange(withType(draft, type as ReportedRequest))}
          />
          <TextField
            label="Moment"
            type="datetime-local"
            step={1}
            max={LATEST}
            value={draft.at}
            onChange={(event) => onChange({ ...draft, at: event.target.value })}
            error={refusal?.fields.at}
            hint="Empty: now"
          />
        </div>
        <TesterFields
          fields={fieldsOf(draft.type)}
          values={draft.values}
          errors={refusal?.fields ?? {}}
          onChange={(values) => onChange({ ...draft, values })}
        />
        {others.length > 0 && <Others others={others} />}
        {draft.lacksTicket && !draft.values.call_tag && (
          <p className="mt-4 text-[0.9375rem] text-ink-soft">
            The caller’s ticket is not kept, so this is asked without one and the answer may be another.
          </p>
        )}
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" busy={isBusy}>
            Ask
          </Button>
          <p role="alert" className="min-w-0 flex-1 text-[0.9375rem] text-danger">
            {refusal?.message}
          </p>
        </div>
      </form>
      <TesterResult result={result} />
    </div>
  );
}

/** What a recorded question said besides the fields, by the names that a node's support log shows. */
function Others({ others }: { others: [string, string][] }) {
  return (
    <div className="mt-4 text-sm">
      <p className="text-ink-soft">Asked along, as it was recorded:</p>
      <dl className="mt-1.5 grid gap-x-4 gap-y-0.5 rounded-control bg-sunken px-3 py-2 sm:grid-cols-[auto_1fr]">
        {others.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-[0.8125rem] text-ink-soft">{name}</dt>
            <dd className="min-w-0 font-mono text-[0.8125rem] break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
