import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium';

const QUIETLY = [
  '--no-sandbox', // Chromium refuses to run as root with one
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A browser that does nothing but what is measured. */
export function launchChromium(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...QUIETLY, ...args] });
}

/** To be run in each page before scripts of ours: what tsx makes of functions calls this, which a page does not have. */
export const NAMES_AS_TSX_KEEPS_THEM = 'globalThis.__name = (named) => named';
