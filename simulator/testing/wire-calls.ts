import { mkdtempSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { listen } from '../http/listen';
import { openBrowser } from './browser';
import { selfSignedCertificate } from './certificate';
import { configuration, startPolicyServer } from './policy-server';
import { startForTest } from './start';
import { until } from './until';
import type { Seen } from './wire-clients/main';
import type { WireOptions } from './wire-clients/wire-client';

// Two or three pages encode and decode at once, beside whatever else the machine does.
const SEEN_WITHIN_MS = 40_000;

const html = (node: string) => `<!doctype html><meta charset="utf-8"><title>Caller</title>
<video id="remote" autoplay playsinline></video><video id="slides" autoplay playsinline muted></video>
<script src="https://${node}/static/webrtc/js/pexrtc.js"></script>`;

/** The clients of wire-clients/, bundled to a file that a node can serve as its pexrtc.js. */
async function bundleClients(): Promise<string> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'wire-clients-')), 'pexrtc.js');
  const entryPoints = [path.join(import.meta.dirname, 'wire-clients', 'main.ts')];
  await build({ entryPoints, bundle: true, format: 'iife', target: 'es2022', outfile, logLevel: 'error' });
  return outfile;
}

/** One browser page with one client of one generation. */
export class WirePage {
  constructor(
    readonly page: Page,
    private readonly node: string,
  ) {}

  async join(generation: 27 | 36, alias: string, name: string, given: Partial<WireOptions> = {}): Promise<void> {
    const options = { node: this.node, alias, name, pin: 'none', callType: 'video' as const, usesTrickle: false };
    await this.page.evaluate(
      async (asked) => {
        const client = window.wire.generations[asked.generation](asked.options);
        window.wire.client = client;
        await client.join();
      },
      { generation, options: { ...options, ...given } },
    );
  }

  seen(): Promise<Seen> {
    return this.page.evaluate(() => window.wire.seen());
  }

  async notes(name: string): Promise<unknown[]> {
    return (await this.seen()).notes.filter(([noted]) => noted === name).map(([, value]) => value);
  }

  async sees(what: string, isSeen: (seen: Seen) => boolean): Promise<Seen> {
    let last: Seen | undefined;
    const look = async () => {
      last = await this.seen();
      return isSeen(last) ? last : null;
    };
    return until(what, look, SEEN_WITHIN_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}; last seen ${JSON.stringify(last)}`);
    });
  }

  noted(name: string): Promise<Seen> {
    return this.sees(name, ({ notes }) => notes.some(([noted]) => noted === name));
  }

  /** More picture and more sound than there are now. */
  async hearsAndSees(): Promise<void> {
    const before = await this.seen();
    await this.sees('picture and sound', (now) => {
      return now.isConnected && now.frames > before.frames + 5 && now.soundEnergy > before.soundEnergy;
    });
  }
}

/** All of them at once, so that each need not wait for the one before. */
export const allHearAndSee = (pages: WirePage[]) => Promise.all(pages.map((page) => page.hearsAndSees()));

/** A simulator as the genuine scripts need it: https with a given certificate, a given pexrtc.js, a page elsewhere. */
export async function startWireCalls() {
  const policy = await startPolicyServer(({ path: asked, query }) => {
    const name = query.get('local_alias') ?? '';
    if (!asked.endsWith('/service/configuration') || name === 'nobody') return { status: 404 };
    return configuration({ service_type: 'conference', name, service_tag: 't', allow_guests: true, pin: '1234' });
  });
  const { cert, key } = selfSignedCertificate();
  const simulator = await startForTest({
    SIMULATOR_POLICY_URL: policy.url,
    SIMULATOR_TLS_CERT: cert,
    SIMULATOR_TLS_KEY: key,
    SIMULATOR_PEXRTC_JS: await bundleClients(),
  });
  const node = new URL(simulator.node).host;
  const answer = (_: unknown, response: ServerResponse) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html(node));
  };
  const site = await listen(answer, 'localhost', 0, null);
  // A flag rather than a setting of the context: the goodbye beacon must trust the certificate too.
  const browser: Browser = await openBrowser(['--ignore-certificate-errors']);
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://localhost:${site.port}/`);
    return new WirePage(page, node);
  };
  return {
    node: simulator.node,
    open,
    openTwo: () => Promise.all([open(), open()]),
    closePages: async () => {
      for (const context of browser.contexts()) await context.close();
    },
    stop: async () => {
      await browser.close();
      await site.close();
      await simulator.stop();
      await policy.stop();
    },
  };
}
