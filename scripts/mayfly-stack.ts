import { randomBytes } from 'node:crypto';
import { SETTING_NAMES } from '@/lib/config/env';
import { freePort, startProgram, type RunningProcess } from './processes';

/** A whole running Mayfly on this machine: the site, and the simulator as its Infinity, as separate processes. */
export interface MayflyStack {
  appUrl: string;
  nodeUrls: string[];
  managementUrl: string;
  /** The settings that both processes got, secrets included: keep them out of what is printed. */
  env: Record<string, string>;
  app: RunningProcess;
  simulator: RunningProcess;
  /** Starts the app again on the same database and port, after it was stopped or killed. */
  startApp(): Promise<RunningProcess>;
  stop(): Promise<void>;
}

export interface StackOptions {
  databaseUrl: string;
  /** Wanted ports; another is taken where one is in use. 0 or absent: any. */
  ports?: { app?: number; node?: number; management?: number };
  secrets?: Record<string, string>;
  env?: Record<string, string>;
  onOutput?: (text: string) => void;
}

/** One random value for each setting that production wants to be secret. */
export function newSecrets(): Record<string, string> {
  const names = ['POLICY_PASSWORD', 'EVENTS_PASSWORD', 'MANAGEMENT_PASSWORD', 'NEXTAUTH_SECRET', 'SEED_AGENT_PASSWORD'];
  return Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]));
}

/** Starts simulator and app in production mode. The site has to be built before, the database migrated by the app itself. */
export async function startStack(options: StackOptions): Promise<MayflyStack> {
  const [appPort, nodePort, managementPort] = [
    await freePort(options.ports?.app),
    await freePort(options.ports?.node),
    await freePort(options.ports?.management),
  ];
  const appUrl = `http://localhost:${appPort}`;
  const nodeUrls = [`http://localhost:${nodePort}`];
  const managementUrl = `http://localhost:${managementPort}`;
  const env = {
    // Said to be absent, so that a developer's .env does not leak into a demo or a test.
    ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])),
    NODE_ENV: 'production',
    PORT: String(appPort),
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    DATABASE_URL: options.databaseUrl,
    INFINITY_NODES: nodeUrls.join(','),
    POLICY_USERNAME: 'infinity',
    EVENTS_USERNAME: 'infinity',
    MANAGEMENT_URL: managementUrl,
    MANAGEMENT_USERNAME: 'mayfly',
    SIMULATOR_NODES: `${nodePort}@Harbour`,
    SIMULATOR_MANAGEMENT_PORT: String(managementPort),
    SIMULATOR_POLICY_URL: `${appUrl}/api/policy`,
    SIMULATOR_EVENT_SINK_URL: `${appUrl}/api/events`,
    ...(options.secrets ?? newSecrets()),
    ...options.env,
  };
  const startApp = () => startProgram(['server.ts'], env, /Mayfly is ready/, options.onOutput);
  // The app first, so that the node's first events find it.
  const app = await startApp();
  const simulator = await startProgram(['simulator/main.ts'], env, /management/i, options.onOutput).catch(
    async (error: unknown) => {
      await app.stop();
      throw error;
    },
  );
  const stack: MayflyStack = {
    ...{ appUrl, nodeUrls, managementUrl, env, app, simulator },
    startApp: async () => (stack.app = await startApp()),
    // The simulator first: it then tells the app who has left, instead of retrying against a closed port.
    stop: async () => {
      await simulator.stop();
      await stack.app.stop();
    },
  };
  return stack;
}
