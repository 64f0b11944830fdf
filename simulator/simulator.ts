import { readFileSync } from 'node:fs';
import type { ConferencingNode } from './conferencing-node';
import { Deployment } from './deployment';
import { startEventPublisher } from './events/event-publisher';
import { listen, type Listening } from './http/listen';
import type { Log } from './log';
import { managementListener } from './management/management-server';
import { nodeListener } from './node-listener';
import { pexRtcScript } from './pexrtc/script';
import { readOwnDatabase } from './policy/own-database';
import type { Settings } from './settings';

const sweepEveryMs = 250;
/** How long a stopping node tries to deliver its last events. */
const lastEventsMs = 2_000;

export interface Simulator {
  nodes: ConferencingNode[];
  managementUrl: string;
  stop(): Promise<void>;
}

function newDeployment(settings: Settings, log: Log): Deployment {
  const locations = settings.nodes.map(({ location }) => location);
  const policy = { profile: settings.policy, database: readOwnDatabase(settings.databaseFile, locations), log };
  const limits = { hostlessMs: settings.hostlessSeconds * 1000, waitingMs: settings.waitingSeconds * 1000 };
  return new Deployment({ tokenSeconds: settings.tokenSeconds, limits }, policy, log);
}

function startPublishers(deployment: Deployment, { eventSink }: Settings): void {
  const { url, credentials, isBulk } = eventSink;
  if (url === null) return;
  for (const { ip } of deployment.nodes) {
    deployment.publishers.set(ip, startEventPublisher({ url, credentials, isBulk }, ip, deployment.log));
  }
}

const hostInUrl = (host: string) => (host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host);

async function openNodes(deployment: Deployment, settings: Settings, opened: Listening[]): Promise<void> {
  const { tlsFiles, pexRtcFile, host } = settings;
  const tls = tlsFiles && { cert: readFileSync(tlsFiles.cert, 'utf8'), key: readFileSync(tlsFiles.key, 'utf8') };
  // Read now, so that a wrong path is known at start.
  const replacement = pexRtcFile === null ? null : readFileSync(pexRtcFile, 'utf8');
  const script = replacement === null ? pexRtcScript : () => Promise.resolve(replacement);
  for (const [index, { port, location }] of settings.nodes.entries()) {
    // Documentation addresses (RFC 5737): what the nodes are called, not where they listen.
    const node: ConferencingNode = { url: '', ip: `192.0.2.${11 + index}`, location };
    const listening = await listen(nodeListener(deployment, node, script), host, port, tls);
    opened.push(listening);
    node.url = `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${listening.port}`;
    deployment.nodes.push(node);
  }
}

/**
 * Starts the whole deployment: Conferencing Nodes, Management Node, event sinks. Rejects when a port is taken or a file
 * named in the settings is not usable; nothing stays open then.
 */
export async function startSimulator(settings: Settings, log: Log = () => {}): Promise<Simulator> {
  const deployment = newDeployment(settings, log);
  const opened: Listening[] = [];
  const closeAll = () => Promise.all(opened.map((listening) => listening.close()));
  try {
    await openNodes(deployment, settings, opened);
    const { port, credentials } = settings.management;
    opened.push(await listen(managementListener(deployment, credentials), settings.host, port, null));
  } catch (error) {
    await closeAll();
    throw error;
  }
  startPublishers(deployment, settings);
  const sweeps = setInterval(() => deployment.sweep(Date.now()), sweepEveryMs);
  return {
    nodes: deployment.nodes,
    managementUrl: `http://${hostInUrl(settings.host)}:${opened.at(-1)?.port}`,
    stop: async () => {
      clearInterval(sweeps);
      deployment.endAll('Signaling node disconnected');
      await Promise.all([...deployment.publishers.values()].map((publisher) => publisher.stop(lastEventsMs)));
      await closeAll();
    },
  };
}
