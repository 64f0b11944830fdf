import path from 'node:path';
import { loadEnvFile } from '@/lib/config/load-env';
import { pointToDatabase, settings, SettingsError } from '@/lib/config/env';

// npm run seed: two agents who can sign in at the desk. Safe to repeat: it gives them the password again.

loadEnvFile(process.env.NODE_ENV !== 'production');
const { saveAgent } = await import('@/lib/auth/agent-store');
const { hashPassword } = await import('@/lib/auth/check-password');
const { disconnectDatabase } = await import('@/lib/db/client');
const { startEmbeddedPostgres } = await import('@/lib/db/embedded-postgres');
const { prepareDatabase } = await import('@/lib/db/prepare-database');
const { seedPassword } = await import('@/lib/config/seed-password');

const AGENTS = [
  { email: 'ingrid@harbourline.example', name: 'Ingrid Solberg' },
  { email: 'tom@harbourline.example', name: 'Tom Ashby' },
];

const password = passwordOrExit();
const given = settings().databaseUrl;
const embedded = given ? null : await startEmbeddedPostgres(path.resolve('.data/postgres'));
if (embedded) pointToDatabase(embedded.url);
await prepareDatabase(given ?? embedded!.url);
for (const agent of AGENTS) await saveAgent({ ...agent, passwordHash: await hashPassword(password) });
await disconnectDatabase();
await embedded?.stop();
console.log(`Agents: ${AGENTS.map((agent) => agent.email).join(', ')}`);

function passwordOrExit(): string {
  try {
    settings();
    return seedPassword();
  } catch (error) {
    console.error(error instanceof SettingsError ? error.message : error);
    process.exit(1);
  }
}
