import { buildSite } from './build-site';

// npm run build: what `npm start` serves. It sends nothing to anybody: Next's own telemetry is off.

try {
  process.stdout.write(await buildSite());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
