import { hash, verify } from 'argon2';
import { findAgentToSignIn } from './agent-store';
import type { SignedInAgent } from './require-agent';

let decoy: Promise<string> | undefined;

/** The agent whom these belong to, or null. Takes as long for an unknown address as for a wrong password. */
export async function checkPassword(email: string, password: string): Promise<SignedInAgent | null> {
  const agent = await findAgentToSignIn(email);
  const passwordHash = agent?.passwordHash ?? (await (decoy ??= hash('no agent has this password')));
  const isRight = await verify(passwordHash, password);
  return agent && isRight ? { id: agent.id, name: agent.name, email: agent.email } : null;
}

/** argon2id with the library's parameters, which follow RFC 9106's second recommendation. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}
