import { runMigrations } from 'graphile-worker';
import { migrate } from './migrate';

/** Brings a database to what this version of Mayfly expects: our own tables, and the job library's. Safe to repeat. */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  await runMigrations({ connectionString: databaseUrl });
}
