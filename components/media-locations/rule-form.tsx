import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { MediaRule, RuleContent } from '@/lib/media-locations/media-rule';
import { FailureNote } from './failure-note';
import { RuleFields } from './rule-fields';
import { contentOf, saveRule, type Failure } from './rules-api';

const NEW_RULE: RuleContent = { askingLocation: '', network: '', protocol: '', location: '', overflow: [], note: '' };

type RuleFormProps = {
  /** Null: a new one. */
  rule: MediaRule | null;
  locations: string[] | null;
  onCancel: () => void;
  onSaved: () => void;
};

/** A rule as it is typed, saved by the server's leave only. */
export function RuleForm({ rule, locations, onCancel, onSaved }: RuleFormProps) {
  // The page may read the rules again meanwhile.
  const [opened, setOpened] = useState(rule);
  const [draft, setDraft] = useState<RuleContent>(rule ? contentOf(rule) : NEW_RULE);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = new Map(failure?.fields?.map(({ field, message }) => [field, sentence(message)]));

  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [failure]);

  async function save(saveUnchecked: boolean, basedOn = opened) {
    if (isBusy) return;
    setIsBusy(true);
    setOpened(basedOn);
    const answer = await saveRule(basedOn, withoutEmpty(draft), saveUnchecked);
    setIsBusy(false);
    if (answer.ok) onSaved();
    else {
      setDraft(withoutEmpty(draft));
      setFailure(answer.failure);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(false);
  }

  return (
    <Card className="mt-4 p-4 sm:p-6">
      <form ref={form} onSubmit={submit} aria-label={rule ? 'Change rule' : 'New rule'} noValidate>
        <h2 className="text-lg font-semibold">{rule ? 'Change rule' : 'New rule'}</h2>
        <RuleFields rule={draft} errors={errors} locations={locations} onChange={setDraft} />
        {failure && errors.size === 0 && (
          <div className="mt-5">
            <FailureNote failure={failure}>
              {failure.rule && <Overtaken now={failure.rule} onReplace={(now) => void save(false, now)} />}
              {failure.code === 'unchecked' && (
                <Button variant="secondary" size="small" onClick={() => void save(true)}>
                  Save without checking
                </Button>
              )}
            </FailureNote>
          </div>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button type="submit" busy={isBusy}>
            {rule ? 'Save rule' : 'Add rule'}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** An overflow field that was added and left empty means nothing. */
function withoutEmpty(rule: RuleContent): RuleContent {
  return { ...rule, overflow: rule.overflow.filter((name) => name.trim() !== '') };
}

/** What somebody else has made of the rule, and the way to put one's own in its place, knowing. */
function Overtaken({ now, onReplace }: { now: MediaRule; onReplace: (now: MediaRule) => void }) {
  return (
    <>
      <p className="basis-full">
        It now sends {now.protocol || 'any'} calls from {now.network || 'any network'} to{' '}
        {[now.location, ...now.overflow].join(', then ')}.
      </p>
      <Button variant="secondary" size="small" onClick={() => onReplace(now)}>
        Put yours in its place
      </Button>
    </>
  );
}

/** What the server says of a field, as in "is listed more than once", as a sentence. */
function sentence(message: string): string {
  return `This ${message}${message.endsWith('?') ? '' : '.'}`;
}
