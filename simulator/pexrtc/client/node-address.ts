/**
 * Where the API of a conference is. The node this script came from keeps its scheme, so that plain http works on
 * localhost; any other is spoken to by https, as the genuine script always does.
 *
 * @param node `host` or `host:port`, as given to makeCall
 * @param scriptOrigin origin the script was loaded from, e.g. `http://localhost:7080`
 */
export function conferenceUrl(node: string, alias: string, scriptOrigin: string): string {
  const isOwnNode = scriptOrigin.replace(/^https?:\/\//, '') === node;
  const origin = isOwnNode ? scriptOrigin : `https://${node}`;
  return `${origin}/api/client/v2/conferences/${encodeURIComponent(alias)}/`;
}
