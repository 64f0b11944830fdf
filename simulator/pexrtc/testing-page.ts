import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { listen } from '../http/listen';

/** A page as an application would write it: the script of a node, one PexRTC, and a note of every callback. */
const html = (node: string) => `<!doctype html><title>caller</title><video autoplay playsinline></video>
<script src="${node}/static/webrtc/js/pexrtc.js"></script>
<script>
  const seen = [];
  const tracks = [];
  const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await capture(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const rtc = new PexRTC();
  rtc.onLog = () => {};
  let pins = [];
  const note = (name, ...values) => seen.push([name, ...values]);
  rtc.onSetup = (stream, pinStatus) => {
    note('onSetup', stream ? stream.getTracks().length : 0, pinStatus);
    rtc.connect(pins.shift());
  };
  rtc.onConnect = (stream) => {
    note('onConnect', stream ? stream.getTracks().length : 0);
    document.querySelector('video').srcObject = stream;
  };
  rtc.onPresentation = (isActive, presenter) => {
    note('onPresentation', isActive, presenter);
    if (isActive) rtc.getPresentation();
  };
  rtc.onPresentationConnected = (stream) => note('onPresentationConnected', stream.getTracks().length);
  rtc.onScreenshareConnected = () => note('onScreenshareConnected');
  for (const name of ['onError', 'onDisconnect', 'onScreenshareStopped', 'onPresentationDisconnected', 'onSyncBegin',
    'onSyncEnd', 'onConferenceUpdate', 'onParticipantCreate', 'onParticipantDelete', 'onChatMessage', 'onLiveCaptions', 'onStageUpdate']) {
    rtc[name] = (value) => note(name, value);
  }
  addEventListener('pagehide', () => rtc.disconnect());
  const dial = (node, alias, name, givenPins, callType) => {
    pins = givenPins;
    rtc.makeCall(node, alias, name, 600, callType);
  };
  const figures = async () => {
    const found = { audioEnergy: 0, frames: 0, slideFrames: 0, isConnected: false };
    if (!rtc.call) return found;
    found.isConnected = rtc.call.pc.connectionState === 'connected';
    const videoMid = rtc.call.pc.getTransceivers().filter((line) => line.receiver.track.kind === 'video')[0]?.mid;
    for (const report of (await rtc.call.pc.getStats()).values()) {
      if (report.type !== 'inbound-rtp') continue;
      if (report.kind === 'audio') found.audioEnergy = report.totalAudioEnergy;
      else if (report.mid === videoMid) found.frames = report.framesDecoded;
      else found.slideFrames = report.framesDecoded;
    }
    return found;
  };
  const drawnScreen = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 800;
    canvas.height = 600;
    const context = canvas.getContext('2d');
    setInterval(() => {
      context.fillStyle = 'hsl(' + (Date.now() / 10) % 360 + ' 80% 50%)';
      context.fillRect(0, 0, 800, 600);
    }, 100);
    return canvas.captureStream(10);
  };
</script>`;

const Figures = z.object({
  audioEnergy: z.number(),
  frames: z.number(),
  slideFrames: z.number(),
  isConnected: z.boolean(),
});
const Seen = z.array(z.tuple([z.string()]).rest(z.unknown()));
const Participant = z.looseObject({ uuid: z.string(), display_name: z.string(), is_video_muted: z.boolean() });

/** One browser page with a PexRTC in it. */
export class CallerPage {
  constructor(
    readonly page: Page,
    private readonly nodeHost: string,
  ) {}

  async dial(alias: string, name: string, pins: (string | null)[] = [], callType = 'video'): Promise<void> {
    const values = [this.nodeHost, alias, name, pins, callType].map((value) => JSON.stringify(value));
    await this.run(`dial(${values.join(', ')})`);
  }

  async run(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }

  async seen(name?: string): Promise<[string, ...unknown[]][]> {
    const all = Seen.parse(await this.run('seen'));
    return all.filter(([callback]) => name === undefined || callback === name);
  }

  async figures(): Promise<z.infer<typeof Figures>> {
    return Figures.parse(await this.run('figures()'));
  }

  async roster(): Promise<z.infer<typeof Participant>[]> {
    return z.array(Participant).parse(await this.run('rtc.getRosterList()'));
  }
}

/** A website of its own origin whose page uses a node's script. */
export async function startCallerSite(node: string) {
  const server = await listen(
    (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(html(node));
    },
    'localhost',
    0,
    null,
  );
  return {
    open: async (browser: Browser) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://localhost:${server.port}/`);
      return new CallerPage(page, new URL(node).host);
    },
    close: () => server.close(),
  };
}
