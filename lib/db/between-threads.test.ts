import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { betweenThreads, type Said } from './between-threads';

it('what one thread tells is heard by the others, and not by itself', async () => {
  const heard: Said[] = [];
  const tell = betweenThreads((said) => heard.push(said));
  // A thread that repeats whatever it hears on a channel of its own.
  const program = `
    const { BroadcastChannel, parentPort } = require('node:worker_threads');
    const others = new BroadcastChannel('mayfly notices');
    others.onmessage = ({ data }) => others.postMessage({ channel: 'back', payload: data.payload });
    parentPort.postMessage('listening');`;
  const thread = new Worker(program, { eval: true });
  await once(thread, 'message');
  tell({ channel: 'there', payload: 'cancelled' });
  await expect.poll(() => heard).toEqual([{ channel: 'back', payload: 'cancelled' }]);
  await thread.terminate();
});
