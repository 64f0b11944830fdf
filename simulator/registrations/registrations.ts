import { randomUUID } from 'node:crypto';
import type { ConferencingNode } from '../conferencing-node';
import type { DirectoryEntry } from '../policy/directory-policy';
import type { Registering } from '../policy/registration-policy';

export interface Registration {
  id: string;
  alias: string;
  username: string;
  protocol: Registering['protocol'];
  vendor: string;
  remoteAddress: string;
  nodeIp: string;
  /** Unix milliseconds; a device that registers again keeps the time of its first. */
  startedAt: number;
}

/** The devices that are registered with the deployment, whichever node took them. Aliases are compared without case. */
export class Registrations {
  private readonly byAlias = new Map<string, Registration>();

  get all(): Registration[] {
    return [...this.byAlias.values()];
  }

  find(alias: string): Registration | undefined {
    // A SIP caller names itself with a scheme, and registers without.
    return this.byAlias.get(alias.toLowerCase().replace(/^(sips?|h323):/, ''));
  }

  put(device: Registering, vendor: string, node: ConferencingNode, now: number): Registration {
    const key = device.alias.toLowerCase();
    const { alias, username, protocol, remoteAddress } = device;
    const earlier = this.byAlias.get(key);
    const registration = {
      id: earlier?.id ?? randomUUID(),
      alias,
      username,
      protocol,
      vendor,
      remoteAddress,
      nodeIp: node.ip,
      startedAt: earlier?.startedAt ?? now,
    };
    this.byAlias.set(key, registration);
    return registration;
  }

  remove(alias: string): boolean {
    return this.byAlias.delete(alias.toLowerCase());
  }

  /** A node is gone: its devices have to register again. */
  loseNode(nodeIp: string): void {
    for (const [key, registration] of this.byAlias) if (registration.nodeIp === nodeIp) this.byAlias.delete(key);
  }

  /** What the directory shows of them by itself: those that hold what was typed, but for whoever is searching. */
  matching(typed: string, searching: string): DirectoryEntry[] {
    const wanted = typed.toLowerCase();
    return this.all
      .filter(({ alias }) => alias.toLowerCase() !== searching.toLowerCase() && alias.toLowerCase().includes(wanted))
      .map(({ alias, username }) => ({ alias, description: '', username }));
  }
}
