import { hash, verify } from '@node-rs/argon2';
import { findAgentToSignIn } from './agent-store';
import type { SignedInAgent } from './signed-in-agent';

let decoy: Promise<string> | undefined;

/** The agent whom these belong to, or null. Takes as long for an unknown address as for a wrong password. */
export async function checkPassword(email: string, password: string): Promise<SignedInAgent | null> {
  const agent = await findAgentToSignIn(email);
  const passwordHash = agent?.passwordHash ?? (await (decoy ??= hash('no agent has this password')));
  const isRight = await verify(passwordHash, password);
  return agent && isRight ? { id: agent.id, name: agent.name, email: agent.email } : null;
}

/** argon2id with the library's parameters: 19 MiB, two passes, one lane, as OWASP's cheat sheet has it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
