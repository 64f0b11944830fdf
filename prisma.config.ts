import { defineConfig } from 'prisma/config';

// Prisma's CLI looks for its native schema engine before any command, even those that never use it, and downloads it
// when missing. Nothing here may download: naming an existing file lets `generate`, `validate` and `format` through,
// while `migrate` fails loudly. Migrations are applied by lib/db/migrate.ts, or by Prisma where its engine is set.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/mayfly' },
});
