import path from 'node:path';
import { loadEnvFile } from '@/lib/config/load-env';
import { SettingsError } from '@/lib/config/env';
import { NoDatabase } from '@/lib/db/until-reachable';

// The process: settings, database, migrations, port, policy and events before Next, and shutdown in order.
// `--dev` runs Next in development; without it this is production, and `npm run build` has to come first.

const isDevelopment = process.argv.includes('--dev');
// Before anything of React or Next is loaded: both choose their build by this when they are first imported.
Object.assign(process.env, { NODE_ENV: isDevelopment ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
loadEnvFile(isDevelopment);

const { shutDown, startServer } = await import('@/lib/server/start-server');
try {
  await startServer({ isDevelopment, dataFolder: path.resolve('.data') });
} catch (error) {
  // A wrong setting or a missing database is the operator's to mend and needs no stack; anything else is ours.
  const isTheirs = error instanceof SettingsError || error instanceof NoDatabase;
  console.error(isTheirs ? error.message : error);
  await shutDown(1);
}
