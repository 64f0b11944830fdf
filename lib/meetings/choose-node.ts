/**
 * The Conferencing Node that browsers of this meeting dial. All of one meeting get the same one, so that their media need
 * not cross between nodes; different meetings spread over all nodes, because ids are random.
 */
export function chooseNode(nodes: readonly string[], meetingId: string): string {
  const node = nodes[Number.parseInt(meetingId.slice(0, 8), 16) % nodes.length];
  if (!node) throw new Error('INFINITY_NODES is empty'); // settings refuse that at start
  return node;
}

/** All Conferencing Nodes, in the order in which browsers of this meeting try them: the chosen one, then its followers. */
export function nodesInOrder(nodes: readonly string[], meetingId: string): string[] {
  const first = nodes.indexOf(chooseNode(nodes, meetingId));
  return [...nodes.slice(first), ...nodes.slice(0, first)];
}
