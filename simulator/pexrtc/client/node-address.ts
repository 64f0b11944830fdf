/**
 * Where the API of a conference is. A node on another port of the host that this script came from has its scheme, so that plain http works
 * on localhost, for the simulator's other nodes too; any other is spoken to by https, as the genuine script always does.
 *
 * @param node `host` or `host:port`, as given to makeCall
 * @param scriptOrigin origin the script was loaded from, e.g. `http://localhost:7080`
 */
export function conferenceUrl(node: string, alias: string, scriptOrigin: string): string {
  const own = URL.canParse(scriptOrigin) ? new URL(scriptOrigin) : null;
  const isOwnHost = own !== null && /:\d+$/.test(node) && own.hostname === node.replace(/:\d+$/, '');
  return `${isOwnHost ? own.protocol : 'https:'}//${node}/api/client/v2/conferences/${encodeURIComponent(alias)}/`;
}
