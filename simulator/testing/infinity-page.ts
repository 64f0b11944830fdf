import { ClientCallType, createCallSignals, createInfinityClient, createInfinityClientSignals } from '@pexip/infinity';

// Runs in the browser: a member of a conference who calls with Pexip's own client and keeps what it is told.

export interface JoinOptions {
  host: string;
  alias: string;
  displayName: string;
  pin: string;
}

export interface Seen {
  roster: string[];
  serviceType: string;
  messages: string[];
  errors: string[];
  disconnected: string;
  framesDecoded: number;
  audioEnergy: number;
  presentationFrames: number;
}

declare global {
  interface Window {
    member: {
      join(options: JoinOptions): Promise<number | undefined>;
      say(text: string): Promise<void>;
      present(): Promise<void>;
      leave(): Promise<void>;
      seen(): Promise<Seen>;
    };
  }
}

const connections: RTCPeerConnection[] = [];
const NativeConnection = window.RTCPeerConnection;
window.RTCPeerConnection = class extends NativeConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.push(this);
  }
};

const roster = new Map<string, string>();
const messages: string[] = [];
const errors: string[] = [];
let serviceType = '';
let disconnected = '';

const signals = createInfinityClientSignals(['onParticipants', 'onError'], {
  batchScheduleTimeoutMS: 50,
  batchBufferSize: 10,
});
const callSignals = createCallSignals([]);
const client = createInfinityClient(signals, callSignals);

function enter(people: { uuid: string; displayName?: string }[]): void {
  for (const { uuid, displayName } of people) roster.set(uuid, displayName ?? '');
}
signals.onParticipants.add(({ participants }) => enter(participants));
signals.onParticipantJoined.add((joined) => enter(joined.map(({ participant }) => participant)));
signals.onParticipantLeft.add((left) => left.forEach(({ participant }) => roster.delete(participant.uuid)));
signals.onMessage.add(({ displayName, message }) => void messages.push(`${displayName}: ${message}`));
signals.onServiceType.add((type) => {
  serviceType = String(type);
});
signals.onError.add(({ error }) => void errors.push(error));
signals.onDisconnected.add((event) => {
  disconnected = event?.error ?? 'disconnected';
});

function show(id: string, stream: MediaStream): void {
  const video = document.getElementById(id);
  if (!(video instanceof HTMLVideoElement)) return;
  video.srcObject = stream;
  // Sound is only decoded, and its energy counted, while something plays it.
  void video.play();
}
callSignals.onRemoteStream.add((stream) => show('remote', stream));
callSignals.onRemotePresentationStream.add((stream) => show('slides', stream));

function presentationFrames(): number {
  const video = document.getElementById('slides');
  return video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0;
}

async function received() {
  let framesDecoded = 0;
  let audioEnergy = 0;
  for (const connection of connections) {
    (await connection.getStats()).forEach((report) => {
      if (report.type !== 'inbound-rtp') return;
      framesDecoded += report.framesDecoded ?? 0;
      audioEnergy += report.totalAudioEnergy ?? 0;
    });
  }
  return { framesDecoded, audioEnergy };
}

/** Slides of a kind: a canvas that changes. */
function slides(): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 360 });
  const context = canvas.getContext('2d');
  setInterval(() => {
    if (!context) return;
    context.fillStyle = `hsl(${Date.now() % 360} 80% 50%)`;
    context.fillRect(0, 0, 640, 360);
  }, 100);
  return canvas.captureStream(10);
}

window.member = {
  join: async ({ host, alias, displayName, pin }) => {
    const mediaStream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const response = await client.call({
      host,
      conferenceAlias: alias,
      displayName,
      pin,
      mediaStream,
      bandwidth: 0,
      callType: ClientCallType.AudioVideoPresentation,
    });
    return response?.status;
  },
  say: async (text) => {
    await client.sendMessage({ payload: text });
  },
  present: async () => client.present(slides()),
  leave: async () => {
    await client.disconnect({ reason: 'User initiated disconnect' });
  },
  seen: async () => ({
    roster: [...roster.values()].sort(),
    serviceType,
    messages,
    errors,
    disconnected,
    presentationFrames: presentationFrames(),
    ...(await received()),
  }),
};
