import { z } from 'zod';
import type { MediaStats, MediumStats, StreamStats } from './media-types';
import type { StreamPurpose } from './sdp-sections';

const Report = z.looseObject({
  id: z.string(),
  type: z.string(),
  mid: z.string().nullish(),
  codecId: z.string().nullish(),
  mimeType: z.string().nullish(),
  packetsReceived: z.number().nullish(),
  packetsSent: z.number().nullish(),
  bytesReceived: z.number().nullish(),
  bytesSent: z.number().nullish(),
  packetsLost: z.number().nullish(),
  jitter: z.number().nullish(),
  frameWidth: z.number().nullish(),
  frameHeight: z.number().nullish(),
  framesPerSecond: z.number().nullish(),
});
type Report = z.infer<typeof Report>;

const NOTHING: StreamStats = {
  packets: 0,
  bytes: 0,
  packetsLost: 0,
  jitterMs: 0,
  codec: '',
  width: 0,
  height: 0,
  framesPerSecond: 0,
};

/** Reads libwebrtc's reports. `mids` names the m-line of each purpose, as the offer gave them. */
export function readMediaStats(reports: Iterable<unknown>, mids: ReadonlyMap<StreamPurpose, string>): MediaStats {
  const known = [...reports].flatMap((report) => {
    const parsed = Report.safeParse(report);
    return parsed.success ? [parsed.data] : [];
  });
  const codecs = new Map(known.filter(({ type }) => type === 'codec').map((codec) => [codec.id, codec.mimeType]));
  const medium = (purpose: StreamPurpose): MediumStats => {
    const ofLine = known.filter(({ mid }) => mid === mids.get(purpose));
    const read = (type: string) => {
      const report = ofLine.find((candidate) => candidate.type === type);
      return report ? streamStats(report, codecs.get(report.codecId ?? '') ?? '') : NOTHING;
    };
    return { received: read('inbound-rtp'), sent: read('outbound-rtp') };
  };
  return { audio: medium('audio'), video: medium('video'), presentation: medium('slides') };
}

function streamStats(report: Report, mimeType: string): StreamStats {
  return {
    packets: report.packetsReceived ?? report.packetsSent ?? 0,
    bytes: report.bytesReceived ?? report.bytesSent ?? 0,
    packetsLost: report.packetsLost ?? 0,
    jitterMs: Math.round((report.jitter ?? 0) * 1000),
    codec: mimeType.split('/')[1] ?? '',
    width: report.frameWidth ?? 0,
    height: report.frameHeight ?? 0,
    framesPerSecond: report.framesPerSecond ?? 0,
  };
}
