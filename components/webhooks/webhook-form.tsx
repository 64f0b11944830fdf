import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Refusal } from '@/components/ui/send';
import { TextField } from '@/components/ui/text-field';
import { WEBHOOK_TYPES, type WebhookView } from '@/lib/webhooks/webhook';
import { typeWords } from './webhook-words';
import type { WebhookDraft } from './webhooks-api';

type WebhookFormProps = {
  /** Null: a new one. */
  webhook: WebhookView | null;
  onSave: (draft: WebhookDraft) => Promise<Refusal | null>;
  onCancel: () => void;
};

/** A webhook as it is typed. */
export function WebhookForm({ webhook, onSave, onCancel }: WebhookFormProps) {
  const { url = '', types = [...WEBHOOK_TYPES], note = '' } = webhook ?? {};
  const [draft, setDraft] = useState<WebhookDraft>({ url, types, note });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = refusal?.fields ?? {};
  const title = webhook ? 'Change webhook' : 'New webhook';

  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [refusal]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setRefusal(await onSave(draft));
    setIsBusy(false);
  }

  return (
    <Card className="mt-4 p-4 sm:p-6">
      <form ref={form} onSubmit={(event) => void submit(event)} aria-label={title} noValidate>
        <h2 className="text-lg font-semibold">{title}</h2>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <TextField
            label="Address"
            hint="Where messages are posted to."
            placeholder="https://example.com/hook"
            type="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={draft.url}
            error={sentence(errors.url)}
            onChange={(event) => setDraft({ ...draft, url: event.target.value })}
          />
          <TextField
            label="Note"
            hint="What it is for, if you like."
            maxLength={250}
            value={draft.note}
            error={sentence(errors.note)}
            onChange={(event) => setDraft({ ...draft, note: event.target.value })}
          />
        </div>
        <TypesField
          types={draft.types}
          error={sentence(errors.types)}
          onChange={(next) => setDraft({ ...draft, types: next })}
        />
        <p role="alert" className="mt-3 text-[0.9375rem] text-danger empty:hidden">
          {refusal && Object.keys(errors).length === 0 && refusal.message}
        </p>
        <div className="mt-6 flex flex-wrap gap-2">
          <Button type="submit" busy={isBusy}>
            {webhook ? 'Save webhook' : 'Add webhook'}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </Card>
  );
}

type TypesFieldProps = { types: string[]; error: string | undefined; onChange: (types: string[]) => void };

function TypesField({ types, error, onChange }: TypesFieldProps) {
  return (
    <fieldset className="mt-5" aria-invalid={error ? true : undefined} tabIndex={-1}>
      <legend className="text-sm font-semibold">Tell it when</legend>
      <div className="mt-1.5 grid gap-x-6 sm:grid-cols-2">
        {WEBHOOK_TYPES.map((type) => (
          <label key={type} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="checkbox"
              className="mt-0.5 size-5 shrink-0 accent-accent"
              checked={types.includes(type)}
              onChange={({ target }) =>
                onChange(target.checked ? [...types, type] : types.filter((chosen) => chosen !== type))
              }
            />
            <span className="min-w-0">
              <span className="block text-[0.9375rem]">{typeWords(type)}</span>
              <span className="block font-mono text-[0.8125rem] text-ink-soft">{type}</span>
            </span>
          </label>
        ))}
      </div>
      {error && <p className="mt-1.5 text-sm text-danger">{error}</p>}
    </fieldset>
  );
}

/** What the server says of a field, as in "must be text", as a sentence. */
function sentence(message: string | undefined): string | undefined {
  return message && `This ${message}.`;
}
