import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    /** `id` is the agent's; next-auth itself only knows name, e-mail and image. */
    user?: DefaultSession['user'] & { id?: string };
  }
}
