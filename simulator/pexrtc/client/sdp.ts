/** Marks the m-line with this mid as the slides line. Only for what is sent: a browser need not know the mark. */
export function markSlides(sdp: string, mid: string | null): string {
  if (mid === null) return sdp;
  return sdp.replace(new RegExp(`^(a=mid:${mid})(\\r?)$`, 'm'), '$1$2\na=content:slides$2');
}

/** Puts `b=AS` (kbps) behind the c= line of every video line, replacing what was there. */
export function limitBandwidth(sdp: string, kilobits: number | null): string {
  if (!kilobits) return sdp;
  return sdp
    .split(/(?=^m=)/m)
    .map((section) => {
      if (!section.startsWith('m=video')) return section;
      const bare = section.replace(/^b=(AS|TIAS):.*\r?\n/gm, '');
      return bare.replace(/^(c=.*?)(\r?)\n/m, `$1$2\nb=AS:${kilobits}$2\n`);
    })
    .join('');
}
