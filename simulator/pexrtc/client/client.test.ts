import { describe, expect, test } from 'vitest';
import { direction, planCall } from './call-type';
import { constraintLadder } from './local-media';
import { conferenceUrl } from './node-address';
import { limitBandwidth, markSlides } from './sdp';
import { PexRtcSettings } from './settings';
import { figures } from './statistics';

const WISHES = { recv_audio: true, recv_video: true, audio_source: null, video_source: null };

describe('the address of a conference', () => {
  test('keeps the scheme of the node the script came from', () => {
    const url = conferenceUrl('localhost:7080', 'meet-1', 'http://localhost:7080');
    expect(url).toBe('http://localhost:7080/api/client/v2/conferences/meet-1/');
  });
  test('is https for any other node, but for the simulator’s others on its own host', () => {
    expect(conferenceUrl('node.example', 'a', 'http://localhost:7080')).toMatch(/^https:\/\/node\.example\//);
    expect(conferenceUrl('localhost:7081', 'a', 'http://localhost:7080')).toMatch(/^http:\/\/localhost:7081\//);
    expect(conferenceUrl('localhost', 'a', 'http://localhost:7080')).toMatch(/^https:\/\/localhost\//);
  });
  test('encodes the alias once', () => {
    expect(conferenceUrl('n', 'a b@c/d', '')).toBe('https://n/api/client/v2/conferences/a%20b%40c%2Fd/');
  });
});

describe('a call type', () => {
  test('that is unknown means video both ways', () => {
    expect(planCall('rtmp', WISHES)).toEqual(planCall('video', WISHES));
    expect(planCall(undefined, WISHES)).toMatchObject({ sendAudio: true, sendVideo: true, receiveVideo: true });
  });
  test('keeps a medium whose source is false unsent and received', () => {
    const plan = planCall('video', { ...WISHES, video_source: false });
    expect(plan).toMatchObject({ sendAudio: true, sendVideo: false, receiveVideo: true });
  });
  test.each([
    ['audioonly', { sendAudio: true, sendVideo: false, receiveAudio: true, receiveVideo: false }],
    ['recvonly', { sendAudio: false, sendVideo: false, receiveAudio: true, receiveVideo: true }],
    ['recvonlyvideo', { sendAudio: false, sendVideo: false, receiveAudio: false, receiveVideo: true }],
    ['presentation', { sendVideo: false, receiveVideo: false, slidesOnly: 'receive' }],
    ['screen', { sendVideo: false, receiveVideo: false, slidesOnly: 'send' }],
    ['none', { hasMedia: false }],
  ])('%s does what it says', (callType, expected) => {
    expect(planCall(callType, WISHES)).toMatchObject(expected);
  });
  test('gives each line its direction', () => {
    expect([direction(true, true), direction(true, false), direction(false, true), direction(false, false)]).toEqual([
      'sendrecv',
      'sendonly',
      'recvonly',
      'inactive',
    ]);
  });
});

describe('the description sent to a node', () => {
  const SDP =
    'v=0\r\nm=audio 9 X 0\r\nc=IN IP4 0\r\na=mid:0\r\nm=video 9 X 96\r\nc=IN IP4 0\r\na=mid:1\r\nm=video 9 X 96\r\nc=IN IP4 0\r\na=mid:12\r\n';
  test('marks the slides line and no other', () => {
    expect(markSlides(SDP, '1').match(/a=mid:1\r\na=content:slides\r\n/g)).toHaveLength(1);
    expect(markSlides(SDP, '1').match(/content/g)).toHaveLength(1);
    expect(markSlides(SDP, null)).toBe(SDP);
  });
  test('limits video lines only, behind their c= line, and only once', () => {
    const once = limitBandwidth(SDP, 512);
    expect(once.match(/c=IN IP4 0\r\nb=AS:512\r\n/g)).toHaveLength(2);
    expect(limitBandwidth(once, 512)).toBe(once);
    expect(limitBandwidth(SDP, null)).toBe(SDP);
  });
});

describe('what the browser is asked for', () => {
  test('is the wanted size first and any size last', () => {
    const ladder = constraintLadder(new PexRtcSettings(), planCall('video', WISHES));
    expect(ladder.map(({ video }) => video)).toEqual([{ height: { ideal: 720 }, width: { ideal: 1280 } }, {}]);
  });
  test('has no size when force_hd is off, and names chosen devices', () => {
    const settings = Object.assign(new PexRtcSettings(), { force_hd: false, video_source: 'cam-2' });
    const ladder = constraintLadder(settings, planCall('video', settings));
    expect(ladder.map(({ video }) => video)).toEqual([{ deviceId: 'cam-2' }]);
  });
  test('leaves out what is not sent', () => {
    expect(constraintLadder(new PexRtcSettings(), planCall('audioonly', WISHES))[0]?.video).toBe(false);
  });
});

test('statistics are rates between two readings, with losses over what should have come', () => {
  const reading = {
    packets: 100,
    lost: 0,
    bytes: 10_000,
    at: 1_000,
    codec: 'VP8',
    resolution: '640x360',
    framerate: 15,
    jitter: 2,
  };
  const later = { ...reading, packets: 190, lost: 10, bytes: 135_000, at: 2_000 };
  expect(figures(later, reading, 'incoming')).toMatchObject({
    'packets-received': 190,
    'packets-lost': 10,
    'percentage-lost': '5.0%',
    'percentage-lost-recent': '10.0%',
    bitrate: '1000kbps',
    resolution: '640x360',
  });
});
