import type { Alarm } from '../alarms/alarms';
import { legsIn } from '../conference/legs';
import type { Deployment } from '../deployment';
import { infinityVersion } from '../infinity-version';
import { isoTime, type Row } from './status-lists';

/** How many calls a node carries before it counts as full: made up, as the load of this process says nothing of a node. */
const mostCallsPerNode = 40;

export function alarmRow({ id, name, level, node, details, instance, raisedAt }: Alarm): Row {
  return {
    id,
    name,
    level,
    node,
    details,
    instance,
    identifier: `${name}:${node}`,
    acknowledged: false,
    time_raised: isoTime(raisedAt),
    resource_uri: `/api/admin/status/v1/alarm/${id}/`,
  };
}

function legsOn(deployment: Deployment) {
  return deployment.conferences.flatMap(({ state }) => legsIn(state));
}

/** `status/v1/worker_vm/`: the Conferencing Nodes. */
export function workerRows(deployment: Deployment): Row[] {
  const legs = legsOn(deployment);
  return deployment.nodes.map(({ ip, location }, index) => {
    const calls = legs.filter(({ leg }) => leg.hasMedia && leg.mediaNodeIp === ip).length;
    return {
      id: index + 1,
      name: ip,
      system_location: location,
      node_type: 'CONFERENCING',
      version: `${infinityVersion.versionId} (${infinityVersion.pseudoVersion})`,
      maintenance_mode: false,
      media_load: Math.min(100, Math.round((100 * calls) / mostCallsPerNode)),
      signaling_count: legs.filter(({ participant }) => participant.nodeIp === ip).length,
      // What it says of a node that is down is not known; this is our word.
      sync_status: deployment.isDown(ip) ? 'UNREACHABLE' : 'SYNCED',
      resource_uri: `/api/admin/status/v1/worker_vm/${index + 1}/`,
    };
  });
}

/** `status/v1/system_location/`: what the nodes of each location can carry, and do. */
export function locationRows(deployment: Deployment): Row[] {
  const legs = legsOn(deployment).filter(({ leg }) => leg.hasMedia);
  return deployment.policy.database.names.locations.map((name, index) => {
    const ips = deployment.nodes
      .filter(({ location, ip }) => location === name && !deployment.isDown(ip))
      .map(({ ip }) => ip);
    const calls = legs.filter(({ leg }) => ips.includes(leg.mediaNodeIp)).length;
    const most = ips.length * mostCallsPerNode;
    return {
      id: index + 1,
      name,
      media_load: most > 0 ? Math.min(100, Math.round((100 * calls) / most)) : 0,
      media_tokens_used: calls,
      max_media_tokens: most,
      max_audio_calls: most,
      max_sd_calls: most,
      max_hd_calls: most,
      max_full_hd_calls: Math.floor(most / 2),
      max_direct_calls: 0,
      resource_uri: `/api/admin/status/v1/system_location/${index + 1}/`,
    };
  });
}
