/** The migrated database that each test file copies. */
export const TEMPLATE = 'mayfly_template';

/** The same server, another database. */
export function onDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
