'use client';

import { Search } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

type SearchFormProps = {
  label: string;
  placeholder: string;
  /** What is typed, and not sent yet. */
  typed: string;
  onType: (typed: string) => void;
  onSubmit: () => void;
  isBusy: boolean;
  isNarrowed: boolean;
  onClear: () => void;
  /** Further choices, which count at once. */
  children?: ReactNode;
};

/** Narrows a list. What is typed counts when it is sent. */
export function SearchForm(props: SearchFormProps) {
  const { label, placeholder, typed, onType, onSubmit, isBusy, isNarrowed, onClear, children } = props;

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form onSubmit={submit} role="search" className="mt-5 space-y-3">
      <div className="flex flex-wrap items-end gap-x-2 gap-y-3">
        <TextField
          label={label}
          placeholder={placeholder}
          className="min-w-0 flex-1 basis-60"
          type="search"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          maxLength={600}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" variant="secondary" busy={isBusy}>
          {!isBusy && <Search aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          Find
        </Button>
        {isNarrowed && (
          <Button variant="quiet" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:gap-x-2">{children}</div>
    </form>
  );
}
