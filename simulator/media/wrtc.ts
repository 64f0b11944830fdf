import { createRequire } from 'node:module';

type Wrtc = typeof import('@roamhq/wrtc');

// The package is CommonJS whose exports Node cannot name for an import statement.
const wrtc: Wrtc = createRequire(import.meta.url)('@roamhq/wrtc');

// When the event loop simply runs dry after media sources were used, the native module crashes while Node tears its
// environment down. Leaving by process.exit skips that teardown.
process.once('beforeExit', () => process.exit());

export const { RTCPeerConnection, RTCIceCandidate } = wrtc;
export const { RTCAudioSink, RTCAudioSource, RTCVideoSink, RTCVideoSource } = wrtc.nonstandard;

export type PeerConnection = InstanceType<Wrtc['RTCPeerConnection']>;
export type AudioSource = InstanceType<Wrtc['nonstandard']['RTCAudioSource']>;
export type VideoSource = InstanceType<Wrtc['nonstandard']['RTCVideoSource']>;
export type AudioSink = InstanceType<Wrtc['nonstandard']['RTCAudioSink']>;
export type VideoSink = InstanceType<Wrtc['nonstandard']['RTCVideoSink']>;
export type Track = ReturnType<VideoSource['createTrack']>;
