import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

// The tests want a real browser. Playwright's own is best; where its download cannot be reached, the system's will do.

// Not Debian's chromium-headless-shell, though it takes a third less of the processor: it grants devices that were refused.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOAD_LIMIT_MS = 5 * 60 * 1000;

const INSTALLERS: { tool: string; commands: string[][] }[] = [
  {
    tool: 'apt-get',
    commands: [
      ['apt-get', 'update', '-qq'],
      ['apt-get', 'install', '-y', '-qq', 'chromium'],
    ],
  },
  { tool: 'dnf', commands: [['dnf', 'install', '-y', '-q', 'chromium']] },
  { tool: 'apk', commands: [['apk', 'add', '--quiet', 'chromium']] },
  { tool: 'pacman', commands: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
];

const WHAT_TO_DO = `No Chromium was found, and none could be installed. Do one of these and run the tests again:
  npx playwright install chromium
  apt-get install chromium        (or your system's package of that name)
  CHROMIUM_PATH=/path/to/chromium npm test`;

/** The path of a Chromium to test with, installed first if there is none. Throws with what to do when there can be none. */
export function findChromium(): string {
  const found = installedChromium();
  if (found) return found;
  console.log('No Chromium here: asking Playwright for one');
  const playwright = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  if (playwright.status !== 0) installFromSystem();
  const installed = installedChromium();
  if (!installed) throw new Error(WHAT_TO_DO);
  return installed;
}

/** CHROMIUM_PATH, else Playwright's own, else the system's; null where there is none. */
export function installedChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  return NAMES.map(onPath).find((file) => file !== null) ?? null;
}

function installFromSystem(): void {
  const installer = INSTALLERS.find(({ tool }) => onPath(tool));
  if (!installer) return;
  console.log(`Playwright's download cannot be reached: installing Chromium by ${installer.tool}`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const command of installer.commands) {
    const [program, ...args] = [...asRoot, ...command];
    try {
      execFileSync(program!, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    } catch {
      return; // the caller looks again and says what to do
    }
  }
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}
