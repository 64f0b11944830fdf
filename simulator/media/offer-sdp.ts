import { attribute, joinSdp, splitSdp, type MediaSection } from './sdp-sections';

export type OfferReading = { ok: true; sdp: string } | { ok: false; error: string };

// In order of liking. VP8 is the cheapest that this libwebrtc build both encodes and decodes.
const CODECS: Record<string, string[]> = { audio: ['opus'], video: ['VP8', 'VP9', 'AV1', 'H264'] };

/**
 * Makes a client's offer fit for libwebrtc: one codec per line, since clients remove rtpmap lines but leave the payload types
 * in the m-line, which libwebrtc would answer with (client-api.md §6: an answer may list only payload types that have
 * rtpmap lines); and no candidates, since a mixer that called on them would get around the relay of its own packets.
 *
 * @param isSlidesOnly the video line carries slides, whether it is marked so or not
 */
export function readOffer(sdp: string, isSlidesOnly = false): OfferReading {
  const offer = splitSdp(sdp);
  if (!offer.session[0]?.startsWith('v=0')) return { ok: false, error: 'not a session description' };
  if (offer.media.length === 0) return { ok: false, error: 'no media lines' };
  const all = [...offer.session, ...offer.media.flatMap((section) => section.lines)];
  for (const needed of ['a=ice-ufrag:', 'a=ice-pwd:', 'a=fingerprint:']) {
    if (!all.some((line) => line.startsWith(needed))) return { ok: false, error: `no ${needed.slice(2, -1)}` };
  }
  const media = offer.media.map(cleanSection).map((section) => (isSlidesOnly ? markSlides(section) : section));
  return { ok: true, sdp: joinSdp({ session: offer.session, media }) };
}

function markSlides(section: MediaSection): MediaSection {
  const isMarked = section.kind !== 'video' || attribute(section, 'content') === 'slides';
  return isMarked ? section : { ...section, lines: [...section.lines, 'a=content:slides'] };
}

/**
 * PexRTC writes its bandwidth into sound's section too. libwebrtc takes that as what Opus wants, and with a few hundred
 * kbit/s in all it leaves the picture 30 of them: three frames a second.
 */
function isAudioLimit(section: MediaSection, line: string): boolean {
  return section.kind === 'audio' && line.startsWith('b=');
}

function cleanSection(section: MediaSection): MediaSection {
  const usable = section.lines.filter((line) => !line.startsWith('a=candidate:') && !isAudioLimit(section, line));
  const kept = payloadTypesToKeep(section);
  if (kept.length === 0) return { ...section, lines: usable };
  const lines = usable
    .filter((line) => {
      const payloadType = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/.exec(line)?.[1];
      return payloadType === undefined || kept.includes(payloadType);
    })
    .map((line, index) => (index === 0 ? line.replace(/^(m=\S+ \S+ \S+).*/, `$1 ${kept.join(' ')}`) : line));
  return { ...section, lines };
}

/** Empty: leave the line as it is. */
function payloadTypesToKeep(section: MediaSection): string[] {
  const listed = section.lines[0]?.split(' ').slice(3) ?? [];
  const mapped = section.lines.flatMap((line) => {
    const [, payloadType, codec] = /^a=rtpmap:(\d+) ([^/]+)/.exec(line) ?? [];
    return payloadType && codec && listed.includes(payloadType) ? [{ payloadType, codec }] : [];
  });
  for (const codec of CODECS[section.kind] ?? []) {
    const match = mapped.find((candidate) => candidate.codec.toLowerCase() === codec.toLowerCase());
    if (match) return [match.payloadType];
  }
  return section.kind in CODECS ? mapped.map(({ payloadType }) => payloadType) : [];
}
