import path from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': path.resolve(import.meta.dirname ?? '.') } },
  oxc: { jsx: { runtime: 'automatic' as const } },
};
const everywhere = ['node_modules/**', '.next/**', '.data/**', 'e2e/**'];

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
          name: 'integration',
          // Several of them run browsers and media; side by side on two cores they would starve each other.
          fileParallelism: false,
          include: ['**/*.integration.test.ts'],
          exclude: everywhere,
          globalSetup: ['lib/testing/postgres-for-tests.ts'],
          setupFiles: ['lib/testing/fail-on-console-error.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
