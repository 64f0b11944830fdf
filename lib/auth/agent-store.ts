import { database } from '@/lib/db/client';

const shown = { id: true, name: true, email: true };

export function findAgentToSignIn(email: string) {
  return database().agent.findFirst({ where: { email, disabledAt: null }, select: { ...shown, passwordHash: true } });
}

export function findActiveAgent(id: string) {
  return database().agent.findFirst({ where: { id, disabledAt: null }, select: shown });
}

/** Makes an agent, or gives an existing one this name and password. */
export async function saveAgent(agent: { email: string; name: string; passwordHash: string }): Promise<void> {
  await database().agent.upsert({
    where: { email: agent.email },
    create: agent,
    update: { name: agent.name, passwordHash: agent.passwordHash },
    select: { id: true },
  });
}
