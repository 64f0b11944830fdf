import { attribute, joinSdp, purposesOf, splitSdp } from './sdp-sections';

/**
 * Puts libwebrtc's answer into the form that Pexip's clients need (client-api.md §6, answer checklist): real stream
 * ids instead of `a=msid:-`, with which pexrtc.js up to 27 never reports the call, and the offer's content marks.
 */
export function cleanAnswer(answerSdp: string, offerSdp: string, streamId: string): string {
  const answer = splitSdp(answerSdp);
  const offer = splitSdp(offerSdp);
  const purposes = purposesOf(offer.media);
  const media = answer.media.map((section, index) => {
    const purpose = purposes[index] ?? 'other';
    const msid = purpose === 'slides' ? `${streamId}-slides slides` : `${streamId} ${purpose}`;
    const lines = section.lines
      .filter((line) => !/^a=ssrc:\d+ (?!cname:)/.test(line))
      .map((line) => (line.startsWith('a=msid:') ? `a=msid:${msid}` : line));
    const offered = offer.media[index];
    const content = offered ? attribute(offered, 'content') : null;
    if (content) lines.push(`a=content:${content}`);
    return { ...section, lines };
  });
  const session = answer.session.map((line) =>
    line.startsWith('a=msid-semantic:') ? `a=msid-semantic: WMS ${streamId} ${streamId}-slides` : line,
  );
  return joinSdp({ session, media });
}
