import type { RequestListener } from 'node:http';
import { conferencingNodeListener, type PexRtcScript } from './client-api/node-server';
import type { ConferencingNode } from './conferencing-node';
import { controlListener } from './control/control-listener';
import type { Deployment } from './deployment';

/** All that a node's port serves: what a Conferencing Node does, and below `/simulator/` what none does. */
export function nodeListener(deployment: Deployment, node: ConferencingNode, script: PexRtcScript): RequestListener {
  const toClients = conferencingNodeListener(deployment, node, script);
  const toTests = controlListener(deployment, node);
  return (request, response) => {
    if (request.url?.startsWith('/simulator/')) toTests(request, response);
    // A crashed node is not there; what tests ask for is, since they have to bring it back.
    else if (deployment.isDown(node.ip)) request.socket.destroy();
    else if (deployment.network.isNodeCut(node.ip)) deployment.network.lose(node.ip, response);
    else toClients(request, response);
  };
}
