import { existsSync } from 'node:fs';

/** CHROMIUM_PATH, else the system's; undefined leaves it to Playwright. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((candidate) => candidate && existsSync(candidate));
}
