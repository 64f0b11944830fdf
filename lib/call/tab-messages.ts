import './zod-without-eval';
import * as z from 'zod/mini';
import { CallToGoOn } from './rejoin-memory';

/** What the tabs of a browser say to each other about their calls; `tab` is whose call it is. */
export const TabMessage = z.discriminatedUnion('say', [
  z.object({ say: z.literal('on'), tab: z.string(), alias: z.string() }),
  z.object({ say: z.literal('bring'), tab: z.string() }),
  z.object({ say: z.literal('brought'), tab: z.string(), call: z.nullable(CallToGoOn) }),
]);
export type TabMessage = z.infer<typeof TabMessage>;

const CHANNEL = 'mayfly.call';

/** Where they say it; null in a browser that has no such thing. */
export const openTabChannel: (() => BroadcastChannel) | null =
  typeof BroadcastChannel === 'undefined' ? null : () => new BroadcastChannel(CHANNEL);
