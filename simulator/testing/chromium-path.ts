import { existsSync } from 'node:fs';

const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** CHROMIUM_PATH, else the system's; undefined leaves it to Playwright. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...SYSTEM].find((candidate) => candidate && existsSync(candidate));
}
