// For Prisma's own command line, where someone has it (`npx prisma@7.10.0 migrate deploy`). Mayfly does without: see
// docs/decisions. A plain object, since the typed helper comes with that command line.
const config = {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --import tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL },
};

export default config;
