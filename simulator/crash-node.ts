import type { Deployment } from './deployment';

const reason = 'Signaling node disconnected';

/**
 * A node crashes: what it carried is gone, and its sink says nothing of it, now or later (event-sink.md §1). Whoever is
 * served by another node and had only their media here loses their call.
 */
export function crashNode(deployment: Deployment, nodeIp: string): void {
  if (deployment.isDown(nodeIp)) return;
  deployment.down.add(nodeIp);
  // First, so that nothing of what follows is reported by it.
  deployment.sinks.on(nodeIp)?.crash();
  for (const conference of deployment.conferences) {
    for (const { uuid, call } of conference.state.participants.values()) {
      if (call?.mediaNodeIp !== nodeIp) continue;
      const data = { call_uuid: call.callId, reason: 'Media node disconnected' };
      conference.send(uuid, [{ event: 'call_disconnected', data }]);
    }
    conference.dispatch({ type: 'node-lost', nodeIp, reason });
  }
  deployment.calls.loseNode(nodeIp, reason);
  deployment.registrations.loseNode(nodeIp);
  deployment.alarms.raise({
    name: 'connectivity_lost',
    level: 'error',
    node: nodeIp,
    details: reason,
    instance: nodeIp,
  });
}

/** A crashed node has booted; its sink starts anew. */
export function recoverNode(deployment: Deployment, nodeIp: string): void {
  if (!deployment.down.delete(nodeIp)) return;
  deployment.alarms.lower('connectivity_lost', nodeIp);
  deployment.sinks.startOn(nodeIp);
}
