import { Prisma } from './generated/client';
import type { Transaction } from './client';

/**
 * Writes rows, each in the place of the one with the same key: one statement however many there are, which Prisma has no
 * words for. Column names are the fields' in snake case, as everywhere in the schema.
 *
 * @param key the fields that make a row what it is; no two of `rows` may share them
 */
export async function upsertRows<Row extends object>(
  tx: Transaction,
  table: string,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first) as (keyof Row & string)[];
  const columns = fields.map(columnOf);
  const changed = columns.filter((column) => !key.map(columnOf).includes(column));
  const named = rows.map((row) => {
    const values: Record<string, unknown> = {};
    fields.forEach((field, index) => (values[columns[index]!] = row[field]));
    return values;
  });
  await tx.$executeRaw`
    insert into ${Prisma.raw(quoted([table]))} (${Prisma.raw(quoted(columns))})
    select ${Prisma.raw(quoted(columns))}
    from jsonb_populate_recordset(null::${Prisma.raw(quoted([table]))}, ${JSON.stringify(named)}::jsonb)
    on conflict (${Prisma.raw(quoted(key.map(columnOf)))}) do update
    set ${Prisma.raw(changed.map((name) => `"${name}" = excluded."${name}"`).join(', '))}`;
}

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
