import { z } from 'zod';

// What the two threads say to each other; requests go over the socket.

/** What the thread that serves pages is told when it is made. */
export const PagesTask = z.object({
  socketPath: z.string(),
  isDevelopment: z.boolean(),
  /** Of the whole process, for what Next says of itself. */
  port: z.number(),
});
export type PagesTask = z.infer<typeof PagesTask>;

/** What it is told while it runs. In the first no more streams are open, in the second nothing is. */
export const PagesOrder = z.enum(['end-streams', 'stop']);
export type PagesOrder = z.infer<typeof PagesOrder>;

/** The only thing that it says: requests may come. */
export const PAGES_READY = 'ready';
