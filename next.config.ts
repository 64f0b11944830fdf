import path from 'node:path';
import type { NextConfig } from 'next';
import { MESSAGES } from './scripts/compile-messages.mjs';

const config: NextConfig = {
  poweredByHeader: false,
  // By this Next tells a page that is older than the server; so do we (lib/config/public-env.ts). Null: Next thinks one up.
  generateBuildId: () => process.env.NEXT_PUBLIC_BUILD ?? null,
  // `npm test` checks the types of everything; checking again in each build would double the wait of the demo.
  typescript: { ignoreBuildErrors: true },
  // Nodes follow no redirect (policy-api.md §1): where Next alone serves us, a closing slash must not lead to one.
  skipTrailingSlashRedirect: true,
  // Native modules and the job library load files of their own at run time; bundling would break them.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker'],
  // Sentences are taken apart here, or the panel would carry a parser of ICU messages (12 KB, gzip).
  turbopack: {
    rules: {
      '*.json': {
        condition: { path: MESSAGES },
        loaders: [path.resolve('scripts/compile-messages.mjs')],
        as: '*.js',
      },
    },
    resolveAlias: {
      'use-intl/format-message': 'use-intl/format-message/format-only',
      'zod/mini': { browser: './lib/zod/generated/browser.mjs' },
    },
  },
};

export default config;
