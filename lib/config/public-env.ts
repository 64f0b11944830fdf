/**
 * Names this build of the site; empty in development. Written at build time (scripts/build-site.ts) into what the server
 * runs and into what a page carries, so that a page can tell whether it is still the server's.
 */
export const build = process.env.NEXT_PUBLIC_BUILD ?? '';

/** The header in which the server names its build. */
export const BUILD_HEADER = 'x-build';
