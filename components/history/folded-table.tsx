import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface FoldedTableProps {
  title: string;
  headings: readonly string[];
  /** Each begins with what it is about. */
  rows: readonly (readonly [ReactNode, ...ReactNode[]])[];
  children?: ReactNode;
}

const CELL = 'py-1 pr-5 whitespace-nowrap';

/** Figures for whoever wants to know exactly, folded away from all others. */
export function FoldedTable({ title, headings, rows, children }: FoldedTableProps) {
  return (
    <details className="group mt-1">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-sm font-medium text-accent">
        {title}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="overflow-x-auto">
        <table className="text-left text-sm tabular-nums">
          <thead>
            <tr className="text-ink-soft">
              {headings.map((heading) => (
                <th key={heading} scope="col" className={`${CELL} font-medium`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...others], index) => (
              <tr key={index}>
                <th scope="row" className={`${CELL} font-medium`}>
                  {first}
                </th>
                {others.map((cell, place) => (
                  <td key={place} className={CELL}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </details>
  );
}
