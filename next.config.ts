import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks the types of everything; checking again in each build would double the wait of the demo.
  typescript: { ignoreBuildErrors: true },
  // Native modules and the job library load files of their own at run time; bundling would break them.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker'],
};

export default config;
