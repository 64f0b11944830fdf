import { readFileSync } from 'node:fs';
import type { ConferencingNode } from './conferencing-node';
import { Deployment } from './deployment';
import type { EventSink } from './events/event-sink';
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
  const { tokenSeconds, qualityWindowMs, management, eventSink } = settings;
  return new Deployment(
    {
      tokenSeconds,
      limits,
      hasLiveCaptions: settings.hasLiveCaptions,
      sink: newSink(eventSink),
      sinkTiming: eventSink.timing,
      qualityWindowMs,
      historyDelayMs: management.historyDelayMs,
    },
    policy,
    log,
  );
}

function newSink({ url, credentials, isBulk, version }: Settings['eventSink']): EventSink | null {
  if (url === null) return null;
  const unchanged = { description: '', verifiesCertificate: false, restartDate: null, updatedAt: Date.now() };
  return { name: 'Event sink', url, credentials, isBulk, version, ...unchanged };
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
    const { management, host } = settings;
    opened.push(await listen(managementListener(deployment, management), host, management.port, null));
  } catch (error) {
    await closeAll();
    throw error;
  }
  for (const { ip } of deployment.nodes) deployment.sinks.startOn(ip);
  const sweeps = setInterval(() => deployment.sweep(Date.now()), sweepEveryMs);
  return {
    nodes: deployment.nodes,
    managementUrl: `http://${hostInUrl(settings.host)}:${opened.at(-1)?.port}`,
    stop: async () => {
      clearInterval(sweeps);
      deployment.endAll('Signaling node disconnected');
      await deployment.sinks.shutDown(lastEventsMs);
      await closeAll();
    },
  };
}
