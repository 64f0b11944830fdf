export interface AudioMix {
  track: MediaStreamTrack | null;
  microphone: MediaStreamTrack | null;
  close(): void;
}

/** Mixes the sound of a shared screen with the microphone, which shares the one audio line. */
export function mixAudio(sound: MediaStreamTrack, microphone: MediaStreamTrack | null): AudioMix {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  for (const track of [sound, microphone]) {
    if (track) context.createMediaStreamSource(new MediaStream([track])).connect(output);
  }
  return {
    track: output.stream.getAudioTracks()[0] ?? null,
    microphone,
    close: () => void context.close(),
  };
}
