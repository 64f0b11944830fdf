export interface SilenceWatch {
  /** Something was heard: from now on it may be silent for so long. */
  heard(limitMs: number): void;
  stop(): void;
}

/** Tells once when it is silent for longer than it may be. Begins with the first `heard`. */
export function silenceWatch(onSilence: () => void): SilenceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    heard(limitMs) {
      stop();
      timer = setTimeout(onSilence, limitMs);
    },
    stop,
  };
}
