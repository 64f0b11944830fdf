import { BroadcastChannel } from 'node:worker_threads';

/** Something that was said on a channel, by the database or by another thread of ours. */
export interface Said {
  channel: string;
  payload: string;
}

/** Hears what other threads of this process tell, and returns how to tell them. Keeps nobody from ending. */
export function betweenThreads(onSaid: (said: Said) => void): (said: Said) => void {
  const others = new BroadcastChannel('mayfly notices').unref();
  others.onmessage = ({ data }: { data: Said }) => onSaid(data);
  return (said) => others.postMessage(said);
}
