import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OutgoingStream } from './outgoing-stream';

// Browsers refuse in ways that cannot be brought about here on purpose; the refusal is played.

const track = (kind: string) => ({ kind, readyState: 'live', stop: vi.fn() }) as unknown as MediaStreamTrack;
let contexts: { close: ReturnType<typeof vi.fn> }[];
let outgoing: OutgoingStream;
let replaced: [MediaStreamTrack, MediaStreamTrack][];

const canvasThat = (captureStream: () => unknown) => ({
  createElement: () => ({ getContext: () => null, captureStream }),
});

beforeEach(() => {
  contexts = [];
  replaced = [];
  outgoing = new OutgoingStream((previous, next) => replaced.push([previous, next]));
  vi.stubGlobal(
    'MediaStream',
    class {
      constructor(private readonly tracks: MediaStreamTrack[]) {}
      getTracks = () => this.tracks;
      addTrack = (added: MediaStreamTrack) => void this.tracks.push(added);
      removeTrack = (removed: MediaStreamTrack) => void this.tracks.splice(this.tracks.indexOf(removed), 1);
    },
  );
  vi.stubGlobal(
    'AudioContext',
    class {
      close = vi.fn(async () => {});
      constructor() {
        contexts.push(this);
      }
      createMediaStreamDestination = () => ({ stream: { getAudioTracks: () => [track('audio')] } });
    },
  );
  vi.stubGlobal(
    'document',
    canvasThat(() => ({ getVideoTracks: () => [track('video')] })),
  );
  return () => vi.unstubAllGlobals();
});

describe('what a call sends', () => {
  it('is always one audio and one video track, whatever is off', () => {
    const kinds = outgoing
      .open()
      ?.getTracks()
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['audio', 'video']);
  });

  it('is the devices’ own tracks where they are on, and the same stream each time', () => {
    const [audio, video] = [track('audio'), track('video')];
    outgoing.send('microphone', audio);
    outgoing.send('camera', video);
    const stream = outgoing.open();
    expect(stream?.getTracks()).toEqual([audio, video]);
    expect(outgoing.open()).toBe(stream);
  });

  it('takes a device that is turned on later in the place of what stood in for it', () => {
    const stream = outgoing.open();
    const [, black] = stream?.getTracks() ?? [];
    const camera = track('video');
    outgoing.send('camera', camera);
    expect(replaced).toEqual([[black, camera]]);
    expect(stream?.getTracks()).toContain(camera);
    expect(stream?.getTracks()).not.toContain(black);
  });
});

describe('a browser that refuses', () => {
  it('silence gives no stream, and no exception', () => {
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          throw new DOMException('too many', 'NotSupportedError');
        }
      },
    );
    expect(outgoing.open()).toBeNull();
  });

  it('a black picture gives no stream, and the silence is closed again', () => {
    vi.stubGlobal(
      'document',
      canvasThat(() => {
        throw new DOMException('forbidden', 'SecurityError');
      }),
    );
    expect(outgoing.open()).toBeNull();
    expect(contexts.map((context) => context.close.mock.calls.length)).toEqual([1]);
  });
});
