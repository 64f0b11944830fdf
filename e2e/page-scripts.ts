import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** A script as a page of ours fetched it. */
export interface PageScript {
  url: string;
  text: string;
  /** Bytes on the way to the visitor. */
  gzipBytes: number;
}

/** Notes the scripts that a page fetches from our site. The function it returns gives those since it was last called. */
export function watchScripts(page: Page, siteUrl: string): () => Promise<PageScript[]> {
  let seen: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.url().startsWith(siteUrl)) seen.push(response);
  });
  return async () => {
    const [batch] = [seen, (seen = [])];
    return Promise.all(
      batch.map(async (response) => {
        const body = await response.body();
        return { url: response.url(), text: body.toString(), gzipBytes: gzipSync(body).length };
      }),
    );
  };
}

export const gzipBytes = (scripts: PageScript[]): number => scripts.reduce((sum, one) => sum + one.gzipBytes, 0);

/** What only the code of a call says. */
const OF_A_CALL = /PexRTC|RTCPeerConnection|getUserMedia|pexrtc\.js|request_token/;
export const isOfACall = ({ text }: PageScript): boolean => OF_A_CALL.test(text);
