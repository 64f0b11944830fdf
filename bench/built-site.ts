import { existsSync } from 'node:fs';
import { buildSite } from '@/scripts/build-site';
import { startProgram } from '@/scripts/processes';

/** Builds the site where there is no build: the measured server is the one of `npm start`. */
export async function builtSite(): Promise<void> {
  if (existsSync('.next/BUILD_ID')) return;
  console.log('· Building the site');
  const generate = await startProgram(['scripts/generate-client.ts'], {}, /generated/);
  await generate.ended;
  await buildSite();
}
