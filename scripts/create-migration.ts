import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { migrate } from '@/lib/db/migrate';
import { schemaDiff } from '@/lib/testing/schema-diff';

// npm run migration -- add_something: writes what prisma/schema.prisma has and the migrations lack as a new migration.

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does: npm run migration -- add_visitor_language');
  process.exit(1);
}

const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-migration-'));
const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
try {
  await migrate(postgres.url);
  const sql = await schemaDiff(postgres.url);
  if (sql) {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = path.join('prisma/migrations', `${stamp}_${name}`);
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, 'migration.sql'), sql);
    console.log(`Wrote ${target}/migration.sql. Read it before you commit it.`);
  } else {
    console.log('The migrations already make what schema.prisma says.');
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
