import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { serviceConfigurationSchema, type ServiceConfiguration } from './service-schema';
import type { ObjectNames } from './service-fields';

/** The simulator's own configuration: what nodes use where policy has no say. Aliases are lower case. */
export interface OwnDatabase {
  names: ObjectNames;
  services: ReadonlyMap<string, ServiceConfiguration>;
}

const fileSchema = z.object({
  themes: z.array(z.string()).default([]),
  identityProviderGroups: z.array(z.string()).default([]),
  services: z.array(z.looseObject({ aliases: z.array(z.string().min(1)).min(1) })).default([]),
});

/** Reads SIMULATOR_DATABASE; no path is an empty database. Throws with the reason when the file is not usable. */
export function readOwnDatabase(path: string | null, locations: readonly string[]): OwnDatabase {
  const file = fileSchema.parse(path === null ? {} : JSON.parse(readFileSync(path, 'utf8')));
  const names: ObjectNames = { locations, themes: file.themes, identityProviderGroups: file.identityProviderGroups };
  const schema = serviceConfigurationSchema(names);
  const services = new Map<string, ServiceConfiguration>();
  for (const { aliases, ...description } of file.services) {
    const service = schema.parse(description);
    for (const alias of aliases) services.set(alias.toLowerCase(), service);
  }
  return { names, services };
}
