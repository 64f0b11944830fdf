import { chromium } from '@playwright/test';
import { chromiumPath } from '../testing/chromium-path';
import { configuration, startPolicyServer } from '../testing/policy-server';
import { startForTest } from '../testing/start';
import { until } from '../testing/until';
import { startCallerSite, type CallerPage } from './testing-page';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--autoplay-policy=no-user-gesture-required',
];
const FAKE_DEVICES = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
/** What pages see and hear that encode and decode at once, beside whatever else the machine does. */
export const LONG_MS = 30_000;

/** A simulator that a policy server of the test's own tells about every alias, and a Chromium to call from. */
export async function startCalls(environment: Record<string, string> = {}) {
  const policy = await startPolicyServer(({ path, query }) => {
    if (!path.endsWith('/service/configuration')) return { status: 404 };
    const name = query.get('local_alias') ?? '';
    return configuration({ service_type: 'conference', name, service_tag: 't', allow_guests: true, pin: '1234' });
  });
  const simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, ...environment });
  const site = await startCallerSite(simulator.node);
  const executablePath = chromiumPath();
  const launch = (more: string[]) => chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS, ...more] });
  const browsers = [await launch(FAKE_DEVICES)];
  const open = async () => site.open(browsers[0] ?? (await launch(FAKE_DEVICES)));
  return {
    node: simulator.node,
    open,
    /** A host and a guest in the conference of that alias. A host with call type `none` only sees who is there. */
    hostAndGuest: async (alias: string, hostCallType = 'video') => {
      const [host, guest] = await Promise.all([open(), open()]);
      await host.dial(alias, 'Hanna', ['1234'], hostCallType);
      await guest.dial(alias, 'Gustav', ['']);
      await Promise.all([connected(host), connected(guest)]);
      return { host, guest };
    },
    host: async (alias: string, callType: string) => {
      const host = await open();
      await host.dial(alias, 'Hanna', ['1234'], callType);
      await connected(host);
      return host;
    },
    /** A browser that was never allowed a camera, and therefore hides its addresses. */
    openWithoutPermission: async () => {
      const browser = await launch([]);
      browsers.push(browser);
      return site.open(browser);
    },
    closePages: async () => {
      for (const context of browsers.flatMap((browser) => browser.contexts())) await context.close();
    },
    stop: async () => {
      for (const browser of browsers) await browser.close();
      await site.close();
      await simulator.stop();
      await policy.stop();
    },
  };
}

export const connected = (caller: CallerPage) =>
  until('onConnect', async () => (await caller.seen('onConnect')).length > 0, LONG_MS);

export const hearsAndSees = (caller: CallerPage) =>
  until(
    'picture and sound',
    async () => {
      const { frames, audioEnergy, isConnected } = await caller.figures();
      return isConnected && frames > 5 && audioEnergy > 0.0001;
    },
    LONG_MS,
  );

export const rosterNames = async (caller: CallerPage) =>
  (await caller.roster()).map((member) => member.display_name).sort();
