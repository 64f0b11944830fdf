'use client';

import { useState, type FormEvent } from 'react';
import { Moment } from '@/components/connection/moment';
import { countWords } from '@/components/connection/connection-words';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import type { RetentionReport, RetentionRun } from '@/lib/retention/retention-report';
import { saveRetention } from './history-api';
import { draftOf, readDraft, shortens, type RetentionDraft } from './retention-draft';

type Saving = { kind: 'quiet' | 'saving' | 'saved' } | { kind: 'failed'; message: string };

const FIELDS = [
  ['namesDays', 'Names and addresses of people', 'Days after they left. Times and counts stay.'],
  ['eventsDays', 'What Infinity reported', 'Days, word for word, after the last report.'],
  ['meetingsDays', 'Meetings with all that belongs to them', 'Days after their end. Empty: they are kept for ever.'],
] as const;

/** The days after which things go. */
export function RetentionForm({ initial }: { initial: RetentionReport }) {
  const [saved, setSaved] = useState(initial.settings);
  const [draft, setDraft] = useState<RetentionDraft>(draftOf(initial.settings));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [saving, setSaving] = useState<Saving>({ kind: 'quiet' });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
  const read = readDraft(draft);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (saving.kind === 'saving') return;
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return;
    setSaving({ kind: 'saving' });
    const answer = await saveRetention(read.settings);
    if (!answer.ok) {
      setErrors(answer.fields);
      return setSaving({ kind: 'failed', message: answer.message });
    }
    setSaved(answer.value.settings);
    setDraft(draftOf(answer.value.settings));
    setSaving({ kind: 'saved' });
  }

  return (
    <Card className="p-4 sm:p-6">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="grid gap-5 lg:grid-cols-3">
          {FIELDS.map(([key, label, hint]) => (
            <TextField
              key={key}
              label={label}
              hint={hint}
              inputMode="numeric"
              autoComplete="off"
              value={draft[key]}
              error={sentence(errors[key])}
              onChange={(event) => {
                setDraft({ ...draft, [key]: event.target.value });
                setErrors({ ...errors, [key]: '' });
                setSaving({ kind: 'quiet' });
              }}
            />
          ))}
        </div>
        {isDirty && read.ok && shortens(saved, read.settings) && (
          <p className="mt-4 rounded-control bg-warn-soft px-3.5 py-3 text-[0.9375rem] leading-snug">
            What is older goes within the hour, and cannot be brought back.
          </p>
        )}
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" busy={saving.kind === 'saving'} disabled={!isDirty}>
            Save
          </Button>
          <p role="status" className={`text-[0.9375rem] ${saving.kind === 'failed' ? 'text-danger' : 'text-good'}`}>
            {saving.kind === 'saved' && 'Saved.'}
            {saving.kind === 'failed' && saving.message}
          </p>
        </div>
      </form>
      <div className="mt-5 space-y-1.5 border-t border-line pt-4 text-sm text-ink-soft">
        <p className="max-w-3xl">
          Topics written by agents stay as long as their meeting, and are part of the name by which Infinity knows it:
          leave names out of them. Those written by visitors go with names. Answers to Infinity’s questions name callers
          for seven days, captured requests for one.
        </p>
        <p>
          <LastRun run={initial.lastRun} />
        </p>
      </div>
    </Card>
  );
}

function LastRun({ run: { at, erased, events, meetings } }: { run: RetentionRun }) {
  if (at === null) return 'It is looked through every hour; that has not happened yet.';
  return (
    <>
      Looked through every hour, last <Moment at={at} />: {countWords(erased, 'person', 'people')} erased,{' '}
      {countWords(events, 'report', 'reports')} and {countWords(meetings, 'meeting', 'meetings')} deleted.
    </>
  );
}

function sentence(error: string | undefined): string | undefined {
  return error ? `${error.charAt(0).toUpperCase()}${error.slice(1)}.` : undefined;
}
