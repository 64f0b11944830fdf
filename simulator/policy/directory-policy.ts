import { z } from 'zod';
import type { ConferencingNode } from '../conferencing-node';
import type { GoodAnswer } from './ask-policy';
import { consult, type PolicySurroundings } from './consult';
import { directoryParameters } from './device-parameters';
import { invalidField } from './invalid-field';
import type { Reading } from './policy-record';

/** What a node always asks for (policy-api.md §3). */
export const directoryLimit = 10;

const text = z.string().max(250);
const entrySchema = z.looseObject({ alias: text.min(1), description: text, username: text });

export interface DirectoryEntry {
  alias: string;
  description: string;
  username: string;
}

interface Directory {
  entries: DirectoryEntry[];
  /** Hide what the deployment knows by itself. */
  ignoresLocal: boolean;
}

/** Reads a directory: a list of at most `limit` entries, each with all three keys (policy-api.md §8). */
export function readDirectoryAnswer({ result, ignoreLocal }: GoodAnswer, limit = directoryLimit): Reading<Directory> {
  const schema = z.object({
    result: z.array(entrySchema).max(limit, `more than the ${limit} that were asked for`),
    ignore_local: z.boolean().optional(),
  });
  const parsed = schema.safeParse({ result, ignore_local: ignoreLocal });
  if (!parsed.success) return { verdict: 'void', field: invalidField(parsed.error.issues) };
  const entries = parsed.data.result.map(({ alias, description, username }) => ({ alias, description, username }));
  return { verdict: 'used', value: { entries, ignoresLocal: parsed.data.ignore_local ?? false } };
}

/** Policy's entries in its order, then the local ones it has not named, `limit` in all. */
export function mergeDirectories(
  policy: Directory | null,
  local: readonly DirectoryEntry[],
  limit = directoryLimit,
): DirectoryEntry[] {
  if (policy?.ignoresLocal) return policy.entries;
  const entries = policy?.entries ?? [];
  const named = new Set(entries.map(({ alias }) => alias.toLowerCase()));
  return [...entries, ...local.filter(({ alias }) => !named.has(alias.toLowerCase()))].slice(0, limit);
}

interface Search {
  node: ConferencingNode;
  /** Who is searching: a registered alias. */
  alias: string;
  typed: string;
}

/** What a registered device is shown for what it typed. `local` is what the deployment would show by itself. */
export async function searchDirectory(
  surroundings: PolicySurroundings,
  { node, alias, typed }: Search,
  local: readonly DirectoryEntry[],
): Promise<DirectoryEntry[]> {
  const query = {
    question: 'directory' as const,
    path: 'registrations',
    parameters: directoryParameters(node, { typed, limit: directoryLimit, alias }),
    otherwise: 'local entries only',
  };
  const reading = await consult(surroundings, query, (answer) => readDirectoryAnswer(answer));
  return mergeDirectories(reading.verdict === 'used' ? reading.value : null, local);
}
