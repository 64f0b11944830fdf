'use client';

import { useState } from 'react';
import type { SavedConferenceSettings } from '@/lib/settings/conference-settings';
import { isSamePolicy, type PolicySettings } from '@/lib/settings/policy-settings';
import {
  readConferenceSettings,
  readPolicySettings,
  saveConferenceSettings,
  savePolicySettings,
  type Failure,
} from './settings-api';
import { draftOf, isSameDraft, readDraft, type FieldProblem, type SettingsDraft } from './settings-draft';

export type SavingState =
  | { kind: 'quiet' }
  | { kind: 'saving' }
  /** `kept`: meetings that go on with what they have had; null when nothing about meetings was saved. */
  | { kind: 'saved'; kept: number | null }
  /** Somebody else saved after this form was loaded: what meetings are like, or who comes in. */
  | { kind: 'overtaken'; by: string | null; at: string | null; newest: Newest; isHalfSaved?: boolean }
  /** `isHalfSaved`: what meetings are like is saved, who comes in is not. */
  | { kind: 'failed'; failure: Failure; isHalfSaved?: boolean };

type Newest = { settings: SavedConferenceSettings } | { policy: PolicySettings };

/** What the form shows, what is saved, and the way from one to the other. */
export function useSettingsForm(initial: SavedConferenceSettings, initialPolicy: PolicySettings) {
  const [saved, setSaved] = useState(initial);
  const [savedPolicy, setSavedPolicy] = useState(initialPolicy);
  const [draft, setDraft] = useState(() => draftOf(initial.value));
  const [policy, setPolicy] = useState(initialPolicy);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [state, setState] = useState<SavingState>({ kind: 'quiet' });
  /** Another form each time that it is filled anew, so that nothing of the one before is left open. */
  const [generation, setGeneration] = useState(0);
  const isConferenceDirty = !isSameDraft(draft, draftOf(saved.value));
  const isPolicyDirty = !isSamePolicy(policy, savedPolicy);
  const isDirty = isConferenceDirty || isPolicyDirty;

  /** Whoever changes a field has read what was wrong with it. */
  function change(next: SettingsDraft, isAbout: (field: string) => boolean) {
    setDraft(next);
    setProblems((before) => before.filter(({ field }) => !isAbout(field)));
    setState((before) => (before.kind === 'saving' ? before : { kind: 'quiet' }));
  }

  function fail(failure: Failure, isHalfSaved = false) {
    setProblems(failure.fields ?? []);
    setState({ kind: 'failed', failure, isHalfSaved });
  }

  function fill(settings: SavedConferenceSettings) {
    setDraft(draftOf(settings.value));
    setGeneration((before) => before + 1);
    setProblems([]);
  }

  function showSaved(settings: SavedConferenceSettings) {
    setSaved(settings);
    // What was typed while it was being saved stays.
    setDraft((current) => (current === draft ? draftOf(settings.value) : current));
  }

  async function save(saveUnchecked = false) {
    if (state.kind === 'saving') return;
    const read = readDraft(draft);
    if (read.problems.length > 0) return fail({ code: 'invalid-body', fields: read.problems });
    setProblems([]);
    setState({ kind: 'saving' });
    let kept: number | null = null;
    if (isConferenceDirty) {
      const answer = await saveConferenceSettings(read.settings, saved.id, saveUnchecked);
      if (!answer.ok) return answer.failure.code === 'changed-meanwhile' ? overtaken() : fail(answer.failure);
      showSaved(answer.value);
      kept = answer.value.kept;
    }
    if (isPolicyDirty) {
      const answer = await savePolicySettings(policy, savedPolicy);
      if (!answer.ok) {
        const isOvertaken = answer.failure.code === 'changed-meanwhile';
        return isOvertaken ? overtakenPolicy(isConferenceDirty) : fail(answer.failure, isConferenceDirty);
      }
      setSavedPolicy(answer.value.value);
    }
    setState({ kind: 'saved', kept });
  }

  function discard() {
    fill(saved);
    setPolicy(savedPolicy);
    setState({ kind: 'quiet' });
  }

  async function overtaken() {
    const answer = await readConferenceSettings();
    if (!answer.ok) return fail(answer.failure);
    const { savedBy: by, savedAt: at } = answer.value;
    setState({ kind: 'overtaken', by, at, newest: { settings: answer.value } });
  }

  async function overtakenPolicy(isHalfSaved: boolean) {
    const answer = await readPolicySettings();
    if (!answer.ok) return fail(answer.failure, isHalfSaved);
    const { savedBy: by, savedAt: at, value } = answer.value;
    setState({ kind: 'overtaken', by, at, newest: { policy: value }, isHalfSaved });
  }

  /** Gives up what was typed here for what somebody else saved meanwhile. */
  function showNewest() {
    if (state.kind !== 'overtaken') return;
    if ('policy' in state.newest) {
      setSavedPolicy(state.newest.policy);
      setPolicy(state.newest.policy);
    } else {
      setSaved(state.newest.settings);
      fill(state.newest.settings);
    }
    setState({ kind: 'quiet' });
  }

  return {
    ...{ saved, draft, policy, problems, state, isDirty, generation, save, discard, showNewest },
    setEverywhere: (everywhere: SettingsDraft['everywhere']) =>
      change({ ...draft, everywhere }, (field) => fieldChanged(field, draft.everywhere, everywhere)),
    // Cards may have moved up, so all that was said of any of them goes.
    setLocations: (locations: SettingsDraft['locations']) =>
      change({ ...draft, locations }, (field) => field.startsWith('locations')),
    /** Fills the form with earlier settings, for a look before they are saved. */
    restore: (settings: SavedConferenceSettings) => {
      fill(settings);
      setState({ kind: 'quiet' });
    },
    setPolicy: (next: PolicySettings) => {
      setPolicy(next);
      setState({ kind: 'quiet' });
    },
  };
}

function fieldChanged(field: string, before: object, after: object): boolean {
  if (field === 'everywhere') return true;
  const was = new Map(Object.entries(before));
  return Object.entries(after).some(
    ([key, value]) => value !== was.get(key) && `${field}.`.startsWith(`everywhere.${key}.`),
  );
}
