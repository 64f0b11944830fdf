import { useState } from 'react';
import type { KeptChoice } from '@/lib/call/kept-choices';

type KeptCheckProps = { label: string; choice: KeptChoice };

/** A box to tick for what this browser remembers. */
export function KeptCheck({ label, choice }: KeptCheckProps) {
  const [isOn, setIsOn] = useState(choice.isOn);
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          choice.turn(target.checked);
          setIsOn(target.checked);
        }}
        className="size-5 flex-none accent-accent"
      />
      {label}
    </label>
  );
}
