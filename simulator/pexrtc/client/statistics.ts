import type { MediaPeer, Purpose } from './media-peer';

/** One direction of one medium as getMediaStatistics() gives it. */
export type Figures = Record<string, string | number>;
export interface MediaStatistics {
  outgoing: Partial<Record<'audio' | 'video' | 'presentation', Figures>>;
  incoming: Partial<Record<'audio' | 'video' | 'presentation', Figures>>;
}

interface RtpReport {
  packets: number;
  lost: number;
  bytes: number;
  at: number;
  codec: string;
  resolution: string | null;
  framerate: number | null;
  jitter: number | null;
}

type Way = 'outgoing' | 'incoming';
const POLL_MS = 1_000;
const PURPOSES: [Purpose, 'audio' | 'video' | 'presentation'][] = [
  ['audio', 'audio'],
  ['video', 'video'],
  ['slides', 'presentation'],
];

/** Polls a call's figures every second and keeps them in the form of getMediaStatistics(). */
export class StatisticsPoll {
  latest: MediaStatistics = { outgoing: {}, incoming: {} };
  private readonly previous = new Map<string, RtpReport>();
  private readonly timer: number;

  constructor(private readonly peer: MediaPeer) {
    this.timer = window.setInterval(() => void this.poll(), POLL_MS);
  }

  stop(): void {
    window.clearInterval(this.timer);
  }

  private async poll(): Promise<void> {
    const reports = [...(await this.peer.connection.getStats()).values()];
    const statistics: MediaStatistics = { outgoing: {}, incoming: {} };
    for (const [purpose, name] of PURPOSES) {
      for (const way of ['outgoing', 'incoming'] as const) {
        const report = rtpReport(reports, this.peer.midOf(purpose), way);
        if (!report) continue;
        statistics[way][name] = figures(report, this.previous.get(way + name) ?? null, way);
        this.previous.set(way + name, report);
      }
    }
    this.latest = statistics;
  }
}

/** Rates are taken between two reports; the first one alone gives none. */
export function figures(now: RtpReport, before: RtpReport | null, way: Way): Figures {
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  const kilobits = before && seconds > 0 ? ((now.bytes - before.bytes) * 8) / 1000 / seconds : 0;
  const recent = before ? { packets: now.packets - before.packets, lost: now.lost - before.lost } : now;
  return {
    [way === 'outgoing' ? 'packets-sent' : 'packets-received']: now.packets,
    'packets-lost': now.lost,
    'percentage-lost': percentage(now.lost, now.packets, way),
    'percentage-lost-recent': percentage(recent.lost, recent.packets, way),
    bitrate: `${Math.round(kilobits)}kbps`,
    codec: now.codec,
    ...(now.resolution ? { resolution: now.resolution } : {}),
    ...(now.framerate === null ? {} : { framerate: now.framerate }),
    ...(now.jitter === null ? {} : { jitter: now.jitter }),
  };
}

function percentage(lost: number, packets: number, way: Way): string {
  // What was sent includes what got lost; what was received does not.
  const all = way === 'outgoing' ? packets : packets + lost;
  return `${all > 0 ? ((100 * lost) / all).toFixed(1) : '0.0'}%`;
}

function rtpReport(reports: Record<string, unknown>[], mid: string | null, way: Way): RtpReport | null {
  const isOut = way === 'outgoing';
  const rtp = reports.find(({ type, mid: of }) => of === mid && type === (isOut ? 'outbound-rtp' : 'inbound-rtp'));
  if (!rtp || mid === null) return null;
  const codec = reports.find(({ id }) => id === rtp.codecId);
  const remote = isOut ? reports.find(({ id }) => id === rtp.remoteId) : rtp;
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    packets: number(isOut ? rtp.packetsSent : rtp.packetsReceived),
    lost: number(remote?.packetsLost),
    bytes: number(isOut ? rtp.bytesSent : rtp.bytesReceived),
    at: number(rtp.timestamp),
    codec: String(codec?.mimeType ?? '').replace(/^\w+\//, ''),
    resolution: rtp.frameWidth ? `${number(rtp.frameWidth)}x${number(rtp.frameHeight)}` : null,
    framerate: typeof rtp.framesPerSecond === 'number' ? Math.round(rtp.framesPerSecond) : null,
    jitter: typeof remote?.jitter === 'number' ? Math.round(remote.jitter * 1000) : null,
  };
}
