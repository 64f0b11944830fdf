import { z } from 'zod';

const Stack = z.object({
  APP_URL: z.string(),
  NODE_URL: z.string(),
  DATABASE_URL: z.string(),
  POLICY_USERNAME: z.string(),
  POLICY_PASSWORD: z.string(),
  EVENTS_USERNAME: z.string(),
  EVENTS_PASSWORD: z.string(),
  SEED_AGENT_PASSWORD: z.string(),
});

/** The running Mayfly that e2e/start-stack.ts started. */
export function stack(): z.infer<typeof Stack> {
  return Stack.parse(JSON.parse(process.env.E2E_STACK ?? '{}'));
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
