import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { whyRule } from '@/lib/media-locations/choose-rule';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { protocolName } from './protocol-field';

export const COLUMNS = ['Asking location', 'Caller’s network', 'Protocol', 'Media location', 'Note'] as const;

type RuleRowProps = {
  rule: MediaRule;
  /** Locations that exist on Infinity; null when that is not known. */
  known: ReadonlySet<string> | null;
  onEdit: (rule: MediaRule) => void;
  onDelete: (rule: MediaRule) => Promise<void>;
};

export function RuleRow({ rule, known, onEdit, onDelete }: RuleRowProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const missing = known ? namesOf(rule).filter((name) => !known.has(name)) : [];

  async function remove() {
    setIsDeleting(true);
    await onDelete(rule);
    setIsDeleting(false);
  }

  return (
    <tr role="row" className="align-top max-lg:grid max-lg:grid-cols-1 max-lg:gap-1 max-lg:px-4 max-lg:py-4">
      <Cell label={COLUMNS[0]}>{rule.askingLocation || <Any />}</Cell>
      <Cell label={COLUMNS[1]}>
        {rule.network ? <span className="font-mono text-[0.875rem]">{rule.network}</span> : <Any />}
      </Cell>
      <Cell label={COLUMNS[2]}>{rule.protocol ? protocolName(rule.protocol) : <Any />}</Cell>
      <Cell label={COLUMNS[3]}>
        <span className="font-semibold">{rule.location}</span>
        {rule.overflow.length > 0 && (
          <span className="block text-sm text-ink-soft">when full: {rule.overflow.join(', then ')}</span>
        )}
        {missing.length > 0 && (
          <span className="mt-1 block text-sm text-warn">
            Infinity has no location named {missing.join(' or ')}, so{' '}
            {missing.every((name) => name === rule.askingLocation)
              ? 'this rule never applies.'
              : 'it drops this answer.'}
          </span>
        )}
      </Cell>
      <Cell label={rule.note && COLUMNS[4]}>{rule.note}</Cell>
      <td role="cell" className="whitespace-nowrap max-lg:mt-2 lg:px-2 lg:py-1.5 lg:text-right">
        <Button
          variant="quiet"
          id={`edit-${rule.id}`}
          aria-label={`Change the ${whyRule(rule)}`}
          onClick={() => onEdit(rule)}
          // The focus comes back here; the header that stays on top must not cover it.
          className="scroll-my-32 max-lg:-ml-4 lg:px-3"
        >
          <Pencil aria-hidden="true" className="size-5" strokeWidth={1.75} />
          <span className="lg:sr-only">Change</span>
        </Button>
        <Button
          variant="quiet"
          busy={isDeleting}
          aria-label={`Delete the ${whyRule(rule)}`}
          onClick={() => void remove()}
          className="lg:px-3"
        >
          {!isDeleting && <Trash2 aria-hidden="true" className="size-5" strokeWidth={1.75} />}
          <span className="lg:sr-only">Delete</span>
        </Button>
      </td>
    </tr>
  );
}

/** On a phone, where the table's head is not seen, each value has its name beside it. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td role="cell" className={`min-w-0 lg:px-4 lg:py-3 ${label ? 'max-lg:flex max-lg:gap-3' : 'max-lg:hidden'}`}>
      <span aria-hidden="true" className="w-32 shrink-0 text-sm leading-6 text-ink-soft lg:hidden">
        {label}
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </td>
  );
}

function Any() {
  return <span className="text-ink-soft">Any</span>;
}

function namesOf({ askingLocation, location, overflow }: MediaRule): string[] {
  return [...new Set([askingLocation, location, ...overflow])].filter((name) => name !== '');
}
