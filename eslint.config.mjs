import next from 'eslint-config-next';
import typescript from 'eslint-config-next/typescript';

// Imports point one way (the layout table in README.md). A rule per folder: flat config lets the last match win, so each
// entry repeats what still holds for it.
const PRISMA = {
  group: ['@prisma/*', '@/lib/db/generated/*', '**/generated/*'],
  message: 'Prisma stays in lib/db and *-store.ts.',
};
const NEXT = { group: ['next', 'next/*'], message: 'next/* stays in app, components, lib/http and lib/auth.' };
const UPWARD = {
  group: ['@/app/*', '@/components/*', '@/simulator/*', '@/scripts/*', '@/e2e/*'],
  message: 'lib imports nothing above it.',
};
const SIMULATOR = {
  group: ['**/simulator/*', '@/simulator/*'],
  message: 'The simulator is another process, known by address only.',
};
const only = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const without = (...folders) => ({
  group: folders.map((folder) => `@/lib/${folder}/*`),
  message: `This folder does not know ${folders.join(', ')}.`,
});

const config = [
  {
    ignores: [
      '.next/**',
      '.data/**',
      'node_modules/**',
      'lib/db/generated/**',
      'lib/zod/generated/**',
      'next-env.d.ts',
      'simulator/pexrtc/client/**',
    ],
  },
  ...next,
  ...typescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'lib/config is the only reader of the environment.',
        },
        {
          // What scripts/generate-zod.ts does not see is missing in browsers.
          selector:
            "ImportDeclaration[source.value='zod/mini'][importKind!='type'] > :not(ImportNamespaceSpecifier[local.name='z'])[type=/Specifier$/]",
          message: "Write `import * as z from 'zod/mini';`: what browsers are sent of it is read off the code.",
        },
      ],
    },
  },
  // Programs and their tests read and hand on the environment by themselves.
  {
    files: [
      'lib/config/**',
      'lib/server/**',
      'lib/testing/**',
      'scripts/**',
      'simulator/**',
      'e2e/**',
      'bench/**',
      'server.ts',
      'prisma/**',
      '*.config.ts',
      '**/*.test.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // What a browser is sent. One file with the whole of zod, at the desk too, and the panel's share of zod grows by half.
  {
    files: [
      'components/**',
      'lib/call/**',
      'lib/brand/{opening-hours,brand-settings,schemas}.ts',
      'lib/meetings/{answers,line}.ts',
      'lib/settings/{conference,policy}-settings.ts',
      'lib/{invitations,ratings,visitor-messages}/schemas.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: 'What a browser is sent parses with zod/mini.', allowTypeImports: true }] },
      ],
    },
  },
  { files: ['app/**', 'components/**'], rules: only(PRISMA, SIMULATOR) },
  {
    files: ['components/**'],
    rules: only(
      PRISMA,
      SIMULATOR,
      { group: ['@/app/*'], message: 'Components know no route.' },
      {
        // Pure or type-only files, and the browser's own.
        regex:
          '^@/lib/(?!call/|words/|config/public-env$|meetings/(schemas|meeting)$|live/live-meeting$|http/problem-body$|' +
          'settings/(conference|policy)-settings$|media-locations/(media-rule|choose-rule|rule-limits)$|devices/(device|describe-device)$|' +
          'decisions/decision-reports$|policy/(unknown-names-report|releases)$|strays/stray$|capture/capture-report$|events/events-report$|webhooks/(webhook|verifying)$|' +
          'live/(live-message|live-order|live-board)$|history/(history-(reports|query)|local-days|(audit|figures)-report)$|retention/retention-report$|audit/audit-action$|' +
          '(invitations|ratings)/schemas$|brand/(schemas|brand-settings|opening|opening-hours|colours)$|visitor-messages/(schemas|message-view)$)',
        message: 'Components import only lib/call and pure files from lib.',
      },
    ),
  },
  { files: ['components/**/*.test.{ts,tsx}'], rules: only(PRISMA, SIMULATOR) },
  { files: ['lib/**'], rules: only(UPWARD, PRISMA, NEXT) },
  { files: ['lib/**/*-store.ts', 'lib/live/notify-live.ts', 'lib/jobs/**'], rules: only(UPWARD, NEXT) },
  {
    files: ['lib/db/**'],
    rules: only(UPWARD, NEXT, without('meetings', 'policy', 'events', 'call', 'live')),
  },
  { files: ['lib/testing/**'], rules: only(UPWARD, NEXT) },
  {
    files: ['lib/http/**', 'lib/auth/**'],
    rules: only(UPWARD, without('meetings', 'policy', 'events', 'call', 'live')),
  },
  { files: ['lib/auth/**/*-store.ts'], rules: only(UPWARD, without('meetings', 'policy', 'events', 'call', 'live')) },
  {
    files: ['lib/config/**'],
    rules: only(UPWARD, PRISMA, without('meetings', 'policy', 'events', 'call', 'live', 'db', 'http')),
  },
  { files: ['lib/meetings/**'], rules: only(UPWARD, PRISMA, NEXT, without('policy', 'events', 'call')) },
  { files: ['lib/meetings/*-store.ts'], rules: only(UPWARD, NEXT, without('policy', 'events', 'call')) },
  // What compares is told by events, and nothing that it says goes back but as an event.
  { files: ['lib/events/**'], rules: only(UPWARD, PRISMA, NEXT, without('reconciler')) },
  { files: ['lib/events/*-store.ts'], rules: only(UPWARD, NEXT, without('reconciler')) },
  {
    files: ['lib/call/**'],
    rules: only(
      UPWARD,
      PRISMA,
      NEXT,
      without('db', 'http/handle', 'auth', 'policy', 'events', 'live', 'jobs', 'management', 'server'),
      {
        group: ['node:*', '@/lib/config/env'],
        message: 'lib/call runs in the browser.',
      },
    ),
  },
  // server.ts is where Next is started.
  { files: ['lib/server/**'], rules: only(UPWARD, PRISMA) },
  {
    files: ['simulator/**'],
    rules: only({
      group: ['@/*', '**/app/*', '**/components/*', '**/lib/*'],
      message: 'The simulator shares no code with the app.',
    }),
  },
];

export default config;
