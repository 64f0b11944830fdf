import pg from 'pg';
import { vi } from 'vitest';
import { pool } from '@/lib/db/client';

/** The plans that Postgres has for the statements which this work sends, each with the values it was sent with. */
export async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await work();
  const sent = query.mock.calls.map(([statement, values]) => statementOf(statement, values));
  query.mockRestore();
  const plans: string[] = [];
  for (const { text, values } of sent) {
    if (!/^\s*(with|select|update|delete)\b/i.test(text)) continue;
    const { rows } = await pool().query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

/** The tables that these plans read from one end to the other. */
export function readWhole(plans: readonly string[]): string[] {
  return [
    ...new Set(plans.flatMap((plan) => [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table!))),
  ].sort();
}

function statementOf(statement: unknown, values: unknown): { text: string; values: unknown[] } {
  const config = statement as string | { text: string; values?: unknown[] };
  if (typeof config === 'string') return { text: config, values: Array.isArray(values) ? values : [] };
  return { text: config.text, values: config.values ?? (Array.isArray(values) ? values : []) };
}
