'use client';

import { useState } from 'react';
import type { SavingState } from '@/components/settings/use-settings-form';
import { BrandSettingsBody, type BrandSettings, type SavedBrand } from '@/lib/brand/brand-settings';
import { fetchBrand, putBrand } from './brand-api';

type Problems = Readonly<Record<string, string>>;

/** What the form shows, what is saved, and the way from one to the other. Colours, times and words may be half typed. */
export function useBrandForm(initial: SavedBrand) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial.settings);
  const [problems, setProblems] = useState<Problems>({});
  const [state, setState] = useState<SavingState>({ kind: 'quiet' });
  const isDirty = JSON.stringify(withoutEmpty(draft)) !== JSON.stringify(withoutEmpty(saved.settings));

  function fail(code: string, fields: Problems, detail?: string) {
    setProblems(fields);
    setState({ kind: 'failed', failure: { code, detail } });
  }

  async function save() {
    if (state.kind === 'saving') return;
    const parsed = BrandSettingsBody.safeParse(withoutEmpty(draft));
    if (!parsed.success) {
      const { issues } = parsed.error;
      return fail('invalid-body', Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message])));
    }
    setProblems({});
    setState({ kind: 'saving' });
    const answer = await putBrand(parsed.data, saved.savedAt);
    if (answer.ok) {
      setSaved(answer.value);
      // What was typed while it was being saved stays.
      setDraft((current) => (current === draft ? answer.value.settings : current));
      return setState({ kind: 'saved', kept: null });
    }
    if (answer.status === 409) return overtaken();
    fail('other', answer.fields, answer.message);
  }

  /** What was typed stays, and may now be put in place of what somebody else saved, or be discarded for it. */
  async function overtaken() {
    const answer = await fetchBrand();
    if (!answer.ok) return fail('other', {}, answer.message);
    setSaved(answer.value);
    const who = answer.value.savedBy ?? 'Somebody else';
    fail(
      'other',
      {},
      `Not saved. ${who} saved other settings meanwhile. Discard yours to see them, or save to replace them.`,
    );
  }

  return {
    ...{ draft, problems, state, isDirty, save },
    change: (part: Partial<BrandSettings>) => {
      setDraft((before) => ({ ...before, ...part }));
      const changed = Object.keys(part);
      // Whoever changes a field has read what was wrong with it.
      setProblems((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !changed.includes(field.split('.')[0] ?? ''))),
      );
      setState((before) => (before.kind === 'saving' ? before : { kind: 'quiet' }));
    },
    discard: () => {
      setDraft(saved.settings);
      setProblems({});
      setState({ kind: 'quiet' });
    },
    errorAt: (field: string) => sentence(problems[field]),
  };
}

/** A language without words is one that keeps ours. */
function withoutEmpty(draft: BrandSettings): BrandSettings {
  const words = Object.entries(draft.words).filter(([, text]) => text?.trim());
  return { ...draft, words: Object.fromEntries(words.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

function sentence(words: string | undefined): string | undefined {
  return words && words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? '' : '.');
}
