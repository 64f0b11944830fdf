import { defineConfig } from '@playwright/test';
import { installedChromium } from './scripts/find-chromium';

export default defineConfig({
  testDir: 'e2e',
  // Each has a Mayfly of its own (e2e/people.ts), so there could be more: but one call takes most of two cores, two starve
  // each other, and a starved call looks like a broken one.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    // What cannot be pressed should be said, and not waited for until the test's own end.
    actionTimeout: 30_000,
    browserName: 'chromium',
    permissions: ['camera', 'microphone'],
    // Without the film of each page: taking it costs more than the call that it would show.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: installedChromium() ?? undefined,
      args: [
        '--no-sandbox', // Chromium refuses to run as root with one, and continuous integration is root
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
});
