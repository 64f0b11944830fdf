import { z } from 'zod';

const Stack = z.object({
  APP_URL: z.string(),
  NODE_URL: z.string(),
  DATABASE_URL: z.string(),
  POLICY_USERNAME: z.string(),
  POLICY_PASSWORD: z.string(),
  EVENTS_USERNAME: z.string(),
  EVENTS_PASSWORD: z.string(),
  MANAGEMENT_URL: z.string(),
  MANAGEMENT_USERNAME: z.string(),
  MANAGEMENT_PASSWORD: z.string(),
  SEED_AGENT_PASSWORD: z.string(),
  FRAME_ANCESTORS: z.string(),
});

type Stack = z.infer<typeof Stack>;

let running: Stack | null = null;

/** Says which Mayfly the tests of this worker have; its fixture does, before the first of them. */
export function takeStack(env: unknown): void {
  running = Stack.parse(env);
}

/** The running Mayfly of this worker's tests. */
export function stack(): Stack {
  if (!running) throw new Error('no test of this worker runs yet');
  return running;
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
