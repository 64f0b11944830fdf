import type { FileFault } from './read-rules-csv';
import { CSV_COLUMNS } from './write-rules-csv';

export type Column = keyof typeof CSV_COLUMNS;

type Header = { ok: true; columns: Column[] } | { ok: false; faults: FileFault[] };

/**
 * Which column each cell of a row belongs to. They may stand in any order, and only the note may be missing: a file without,
 * say, networks would otherwise silently make rules for everybody.
 */
export function readHeader(row: { line: number; cells: string[] } | undefined): Header {
  const line = row?.line ?? 1;
  const names = (row?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  // Spreadsheets leave empty columns at the end.
  while (names.at(-1) === '') names.pop();
  const columns = names.filter(isColumn);
  const faults = [
    ...names
      .filter((name) => !isColumn(name))
      .map((name) => ({ line, field: name, message: 'is not a column of ours' })),
    ...columns
      .filter((name, index) => columns.indexOf(name) < index)
      .map((name) => ({ line, field: name, message: 'is there twice' })),
    ...Object.keys(CSV_COLUMNS)
      .filter((name) => name !== 'note' && !names.includes(name))
      .map((name) => ({ line, field: name, message: 'is missing in the header' })),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, columns };
}

function isColumn(name: string): name is Column {
  return Object.hasOwn(CSV_COLUMNS, name);
}
