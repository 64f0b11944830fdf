// Runs in the browser. What PexRTC does to session descriptions (client-api.md §6, offer shapes and answer checklist).

const sections = (sdp: string) => sdp.split(/(?=^m=)/m);
const lineOf = (section: string, start: string) => section.split('\r\n').find((line) => line.startsWith(start));

/** Puts `b=AS` behind the c= line of each media section; where there is no c= line nothing is limited. */
export function withBandwidth(sdp: string, kilobits: number): string {
  const [session = '', ...media] = sections(sdp);
  const limited = media.map((section) => {
    const bare = section.replace(/^b=(AS|TIAS):.*\r\n/gm, '');
    if (!/^c=/m.test(bare)) throw new Error(`no c= line in ${section}`);
    return bare.replace(/^(c=.*\r\n)/m, `$1b=AS:${kilobits}\r\n`);
  });
  return session + limited.join('');
}

/** The rtpmap lines of AV1 and of all H.264 but `42e01f` mode 1 go; m=, fmtp and rtcp-fb lines stay as they were. */
export function withoutUnwantedCodecs(sdp: string): string {
  return sections(sdp)
    .map((section) =>
      section.replace(/^a=rtpmap:(\d+) (AV1|H264)\/.*\r\n/gm, (line, payloadType: string, codec: string) => {
        const format = lineOf(section, `a=fmtp:${payloadType} `) ?? '';
        return codec === 'H264' && /profile-level-id=42e01f/.test(format) && /packetization-mode=1/.test(format)
          ? line
          : '';
      }),
    )
    .join('');
}

export function withSlidesMark(sdp: string, mid: string): string {
  return sdp.replace(new RegExp(`^a=mid:${mid}\\r\\n`, 'm'), `a=mid:${mid}\r\na=content:slides\r\n`);
}

/** Each m=video line of an answer is written anew with the codecs that are recognised; a refused line is made inactive. */
export function withRecognisedCodecs(sdp: string): string {
  return sections(sdp)
    .map((section) => {
      if (!section.startsWith('m=video')) return section;
      if (section.startsWith('m=video 0 ')) return `${section}a=inactive\r\n`;
      const mapped = [...section.matchAll(/^a=rtpmap:(\d+) (VP8|VP9|H264|rtx)\//gm)].map(([, number]) => number);
      for (const [, number] of section.matchAll(/^a=fmtp:(\d+) /gm)) {
        if (!mapped.includes(number)) throw new Error(`a=fmtp:${number} has no rtpmap`);
      }
      return section.replace(/^(m=video \S+ \S+) .*\r\n/, `$1 ${mapped.join(' ')}\r\n`);
    })
    .join('');
}
