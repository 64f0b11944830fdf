import { describe, expect, test } from 'vitest';
import { cleanAnswer } from './answer-sdp';
import { readOffer } from './offer-sdp';
import { purposesOf, splitSdp } from './sdp-sections';

const SESSION = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1 2'];
const AUDIO = [
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 0',
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2122265343 0f3c.local 40000 typ host',
  'a=candidate:2 1 udp 2122265343 192.0.2.7 40000 typ host',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  'a=fingerprint:sha-256 00',
  'a=mid:0',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10',
  'a=rtpmap:63 red/48000/2',
  'a=fmtp:63 111/111',
];
const VIDEO = [
  'm=video 9 UDP/TLS/RTP/SAVPF 45 97 96 98',
  'c=IN IP4 0.0.0.0',
  'b=AS:1216',
  'a=mid:1',
  'a=msid:- track',
  'a=fmtp:45 profile=0',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack pli',
  'a=rtpmap:98 VP9/90000',
  'a=ssrc:11 cname:x',
  'a=ssrc:11 msid:- track',
];
const SLIDES = VIDEO.map((line) => line.replace('a=mid:1', 'a=mid:2')).concat('a=content:slides');
const sdp = (...sections: string[][]) => [...sections.flat(), ''].join('\r\n');

function cleaned(text: string): string[] {
  const offer = readOffer(text);
  return offer.ok ? offer.sdp.split('\r\n') : [];
}

describe('an offer', () => {
  test('keeps one codec per line, with nothing left of the others', () => {
    const lines = cleaned(sdp(SESSION, AUDIO, VIDEO));
    expect(lines).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111');
    expect(lines).toContain('m=video 9 UDP/TLS/RTP/SAVPF 96');
    expect(lines).toContain('a=rtcp-fb:96 nack pli');
    expect(lines.filter((line) => /^a=(rtpmap|fmtp|rtcp-fb):(?!111 |96 )/.test(line))).toEqual([]);
  });

  test('without VP8 goes on with VP9', () => {
    const withoutVp8 = VIDEO.filter((line) => !/VP8|rtx|apt=96|fb:96/.test(line));
    expect(cleaned(sdp(SESSION, AUDIO, withoutVp8))).toContain('m=video 9 UDP/TLS/RTP/SAVPF 98');
  });

  test('loses its candidates', () => {
    expect(cleaned(sdp(SESSION, AUDIO)).filter((line) => line.startsWith('a=candidate'))).toEqual([]);
  });

  test('may have bare line feeds', () => {
    expect(cleaned(sdp(SESSION, AUDIO).replaceAll('\r\n', '\n'))).toEqual(cleaned(sdp(SESSION, AUDIO)));
  });

  test('loses the bandwidth of sound, which would starve the picture, and keeps that of the picture', () => {
    const limited = AUDIO.flatMap((line) => (line.startsWith('c=') ? [line, 'b=AS:564'] : [line]));
    expect(cleaned(sdp(SESSION, limited, VIDEO)).filter((line) => line.startsWith('b='))).toEqual(['b=AS:1216']);
  });

  test('of a call for slides has them on its unmarked video line', () => {
    const lines = (isSlidesOnly: boolean) => {
      const offer = readOffer(sdp(SESSION, AUDIO, VIDEO), isSlidesOnly);
      return offer.ok ? purposesOf(splitSdp(offer.sdp).media) : [];
    };
    expect(lines(true)).toEqual(['audio', 'slides']);
    expect(lines(false)).toEqual(['audio', 'video']);
  });

  test('leaves a data channel line alone', () => {
    const data = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:3', 'a=sctp-port:5000'];
    expect(cleaned(sdp(SESSION, AUDIO, data))).toEqual(expect.arrayContaining(data));
  });

  test.each([
    ['', 'not a session description'],
    ['hello', 'not a session description'],
    [sdp(SESSION), 'no media lines'],
    [sdp(SESSION, VIDEO), 'no ice-ufrag'],
  ])('that cannot be used is refused with the reason', (text, error) => {
    expect(readOffer(text)).toEqual({ ok: false, error });
  });
});

test('slides are the marked line, or else the second video line', () => {
  const purposes = (...sections: string[][]) => purposesOf(splitSdp(sdp(SESSION, ...sections)).media);
  expect(purposes(AUDIO, VIDEO, SLIDES)).toEqual(['audio', 'video', 'slides']);
  expect(purposes(AUDIO, VIDEO, VIDEO)).toEqual(['audio', 'video', 'slides']);
  expect(purposes(AUDIO, SLIDES)).toEqual(['audio', 'slides']);
  expect(purposes(AUDIO, VIDEO, SLIDES, VIDEO)).toEqual(['audio', 'video', 'slides', 'other']);
});

describe('an answer', () => {
  const answer = cleanAnswer(sdp(SESSION, AUDIO, VIDEO, SLIDES), sdp(SESSION, AUDIO, VIDEO, SLIDES), 'mix').split(
    '\r\n',
  );

  test('names real streams, slides apart', () => {
    expect(answer.filter((line) => line.startsWith('a=msid:'))).toEqual([
      'a=msid:mix video',
      'a=msid:mix-slides slides',
    ]);
    expect(answer.filter((line) => /^a=ssrc:\d+ msid/.test(line))).toEqual([]);
  });

  test('repeats the offer’s content marks', () => {
    expect(answer.filter((line) => line.startsWith('a=content:'))).toContain('a=content:slides');
  });
});
