export interface MediaSection {
  kind: string;
  lines: string[];
}

export interface SessionDescription {
  session: string[];
  media: MediaSection[];
}

export function splitSdp(sdp: string): SessionDescription {
  const session: string[] = [];
  const media: MediaSection[] = [];
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const kind = /^m=(\w+)/.exec(line)?.[1];
    if (kind) media.push({ kind, lines: [line] });
    else (media.at(-1)?.lines ?? session).push(line);
  }
  return { session, media };
}

export function joinSdp({ session, media }: SessionDescription): string {
  return [...session, ...media.flatMap((section) => section.lines), ''].join('\r\n');
}

export function attribute(section: MediaSection, name: string): string | null {
  const prefix = `a=${name}:`;
  return section.lines.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null;
}

export type StreamPurpose = 'audio' | 'video' | 'slides' | 'other';

/**
 * What each m-line carries. Slides are marked `a=content:slides`; a client that marks nothing puts them on its second
 * video line (client-api.md §6, offer shapes).
 */
export function purposesOf(media: MediaSection[]): StreamPurpose[] {
  const seen = new Set<StreamPurpose>();
  return media.map((section) => {
    const wanted = wantedPurpose(section, seen);
    if (seen.has(wanted)) return 'other';
    seen.add(wanted);
    return wanted;
  });
}

function wantedPurpose(section: MediaSection, seen: Set<StreamPurpose>): StreamPurpose {
  if (section.kind === 'audio') return 'audio';
  if (section.kind !== 'video') return 'other';
  if (attribute(section, 'content') === 'slides') return 'slides';
  return seen.has('video') ? 'slides' : 'video';
}
