/** One Conferencing Node of the deployment. `ip` is what it reports as `node_ip` and as the sender of events. */
export interface ConferencingNode {
  url: string;
  ip: string;
  location: string;
}
