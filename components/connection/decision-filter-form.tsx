'use client';

import { Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { SelectField } from '@/components/ui/select-field';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { isFiltered, NO_FILTER, OUTCOME_CHOICES, REQUEST_CHOICES, type DecisionFilter } from './decision-filter';

type DecisionFilterFormProps = {
  filter: DecisionFilter;
  /** What is typed, and not sent yet. */
  typed: string;
  onType: (typed: string) => void;
  isBusy: boolean;
  onChoose: (filter: DecisionFilter) => void;
};

/** Narrows the list. What is typed counts when it is sent, choices at once. */
export function DecisionFilterForm({ filter, typed, onType, isBusy, onChoose }: DecisionFilterFormProps) {
  const choose = (change: Partial<DecisionFilter>) => onChoose({ ...filter, alias: typed.trim(), ...change });

  function submit(event: FormEvent) {
    event.preventDefault();
    choose({});
  }

  function clear() {
    onType('');
    onChoose(NO_FILTER);
  }

  return (
    <form
      onSubmit={submit}
      role="search"
      className="flex flex-col items-stretch gap-3 sm:flex-row sm:flex-wrap sm:items-end"
    >
      <TextField
        label="Why was this caller refused?"
        placeholder="Alias, join link, caller or decision id"
        className="min-w-0 sm:flex-1 sm:basis-72"
        type="search"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        maxLength={600}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        label="Answer"
        className="min-w-0 sm:basis-44"
        value={filter.outcome}
        choices={OUTCOME_CHOICES}
        onChoose={(outcome) => choose({ outcome })}
      />
      <SelectField
        label="Request"
        className="min-w-0 sm:basis-52"
        value={filter.request}
        choices={REQUEST_CHOICES}
        onChoose={(request) => choose({ request })}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="secondary" busy={isBusy}>
          {!isBusy && <Search aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          Find
        </Button>
        {(isFiltered(filter) || typed !== '') && (
          <Button variant="quiet" onClick={clear}>
            Clear
          </Button>
        )}
      </div>
    </form>
  );
}
