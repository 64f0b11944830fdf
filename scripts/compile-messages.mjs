import compile from 'icu-minify/compile';

// A loader of the bundler (next.config.ts) for messages/*/*.json: sentences travel taken apart, so that no browser has to
// fetch what takes them apart. Plain JavaScript, because the bundler runs it as it is.

/** The messages, by the name that the bundler knows a file by: its path from the project's root. */
export const MESSAGES = /(?:^|\/)messages\/[\w-]+\/[\w-]+\.json$/;

/**
 * Sentences by key, each compiled: a text where nothing is filled in, else a list.
 * @param {unknown} tree
 * @returns {unknown}
 */
export function compileMessages(tree) {
  if (typeof tree === 'string') return compile(tree);
  return Object.fromEntries(Object.entries(Object(tree)).map(([key, value]) => [key, compileMessages(value)]));
}

/** @param {string} json */
export default function compileMessagesLoader(json) {
  return `export default ${JSON.stringify(compileMessages(JSON.parse(json)))};`;
}
