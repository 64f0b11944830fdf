import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { onDatabase } from '@/lib/testing/database-url';
import { schemaDiff } from '@/lib/testing/schema-diff';
import { migrate, readMigrations } from './migrate';

const server = new pg.Client({ connectionString: inject('postgresUrl') });
beforeAll(() => server.connect());
afterAll(() => server.end());

async function emptyDatabase(name: string): Promise<string> {
  await server.query(`CREATE DATABASE ${name}`);
  return onDatabase(inject('postgresUrl'), name);
}

async function folderWith(migrations: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

it('the migrations make exactly what schema.prisma says', async () => {
  const url = await emptyDatabase('drift');
  await migrate(url);
  expect(await schemaDiff(url)).toBeNull();
});

it('the drift check notices a column that a migration forgot', async () => {
  const url = await emptyDatabase('drifted');
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('ALTER TABLE agent DROP COLUMN name');
  await client.end();
  expect(await schemaDiff(url)).toContain('ADD COLUMN     "name"');
});

it('several instances that start at once apply each migration once', async () => {
  const url = await emptyDatabase('together');
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.flat()).toEqual((await readMigrations('prisma/migrations')).map((migration) => migration.name));
});

it('a migration that fails leaves nothing behind and can be mended', async () => {
  const url = await emptyDatabase('failing');
  const broken = await folderWith({ '1_broken': 'CREATE TABLE half (id int); SELECT no_such_function();' });
  await expect(migrate(url, broken)).rejects.toThrow('1_broken could not be applied');
  const mended = await folderWith({ '1_broken': 'CREATE TABLE half (id int);' });
  expect(await migrate(url, mended)).toEqual(['1_broken']);
});

it('a migration that was edited after it was applied is refused', async () => {
  const url = await emptyDatabase('edited');
  await migrate(url, await folderWith({ '1_first': 'CREATE TABLE one (id int);' }));
  const edited = await folderWith({ '1_first': 'CREATE TABLE two (id int);' });
  await expect(migrate(url, edited)).rejects.toThrow('edited after it was applied');
});
