import path from 'node:path';
import { defineConfig } from 'vitest/config';

const everywhere = ['node_modules/**', '.next/**', '.data/**', 'e2e/**'];

const shared = {
  resolve: { alias: { '@': path.resolve(import.meta.dirname ?? '.') } },
  oxc: { jsx: { runtime: 'automatic' as const } },
};

/** Tests with real processes, databases, browsers and media: side by side within a run they would starve each other. */
const integration = {
  fileParallelism: false,
  globalSetup: ['lib/testing/postgres-for-tests.ts'],
  setupFiles: ['lib/testing/fail-on-console-error.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...everywhere, '**/*.integration.test.ts'],
          setupFiles: ['lib/testing/fail-on-console-error.ts'],
          // Pure, so it ends; how soon is the machine's matter.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          ...integration,
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: [...everywhere, 'simulator/**'],
        },
      },
      {
        ...shared,
        test: {
          ...integration,
          name: 'simulator',
          include: ['simulator/**/*.integration.test.ts'],
          exclude: everywhere,
        },
      },
    ],
  },
});
