import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { objectNames, type ObjectNames } from './object-names';
import { serviceConfigurationSchema, type ServiceConfiguration } from './service-schema';

/** A device of the own list. Empty credentials mean that it registers without. */
export interface OwnDevice {
  alias: string;
  username: string;
  password: string;
}

/** The simulator's own configuration: what nodes use where policy has no say. Keys are aliases in lower case. */
export interface OwnDatabase {
  names: ObjectNames;
  services: ReadonlyMap<string, ServiceConfiguration>;
  devices: ReadonlyMap<string, OwnDevice>;
}

const list = z.array(z.string().min(1).max(250)).default([]);

const fileSchema = z.object({
  // Every deployment has a theme; this is the one that exists without further ado.
  themes: list.default(['Harbour']),
  locations: list,
  identityProviderGroups: list,
  sipProxies: list,
  h323Gatekeepers: list,
  mssipProxies: list,
  teamsProxies: list,
  stunServers: list,
  turnServers: list,
  gmsAccessTokens: list,
  mediaPlaylists: list,
  services: z.array(z.looseObject({ aliases: z.array(z.string().min(1)).min(1) })).default([]),
  devices: z
    .array(z.object({ alias: z.string().min(1), username: z.string().default(''), password: z.string().default('') }))
    .default([]),
});

/** Reads SIMULATOR_DATABASE; no path is an empty database. Throws with the reason when the file is not usable. */
export function readOwnDatabase(path: string | null, nodeLocations: readonly string[]): OwnDatabase {
  const file = fileSchema.parse(path === null ? {} : JSON.parse(readFileSync(path, 'utf8')));
  const { services: described, devices, ...lists } = file;
  const names = objectNames({ ...lists, locations: [...new Set([...nodeLocations, ...lists.locations])] });
  const schema = serviceConfigurationSchema(names);
  const services = new Map<string, ServiceConfiguration>();
  for (const { aliases, ...description } of described) {
    const service = schema.parse(description);
    for (const alias of aliases) services.set(alias.toLowerCase(), service);
  }
  return { names, services, devices: new Map(devices.map((device) => [device.alias.toLowerCase(), device])) };
}

/**
 * A dialled alias as it would be configured: without scheme, port and parameters, and without a domain that is only the
 * address of the node that was called.
 */
export function configuredAlias(dialled: string, nodeIp: string): string {
  const bare = dialled
    .replace(/^(sips?|h323):/i, '')
    .replace(/;.*$/, '')
    .replace(/:\d+$/, '');
  const [user = '', domain, ...more] = bare.split('@');
  return (domain === nodeIp && more.length === 0 ? user : bare).toLowerCase();
}

/** The own database's service for a dialled alias. */
export function ownService(database: OwnDatabase, dialled: string, nodeIp: string): ServiceConfiguration | null {
  return database.services.get(configuredAlias(dialled, nodeIp)) ?? null;
}
