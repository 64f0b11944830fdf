import { getServerSession } from 'next-auth';
import { z } from 'zod';
import { findActiveAgent } from './agent-store';
import { authOptions } from './auth-options';
import type { SignedInAgent } from './signed-in-agent';

/** Who is signed in, or null. Asked of the database each time, so that a disabled agent is out at once. */
export async function currentAgent(): Promise<SignedInAgent | null> {
  const session = await getServerSession(authOptions());
  const id = z.uuid().safeParse(session?.user?.id);
  return id.success ? findActiveAgent(id.data) : null;
}

/** What the agent was called when they signed in, by the session alone: it lets nobody see or do anything. */
export async function sessionName(): Promise<string | null> {
  const session = await getServerSession(authOptions());
  return session?.user ? (session.user.name ?? 'Agent') : null;
}
