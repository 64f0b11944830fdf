export type Fields = Record<string, unknown>;

export interface Participant extends Fields {
  uuid: string;
}

/** An object from the wire, or an empty one: a node of another version must not make the client throw. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function participant(value: unknown): Participant | null {
  const found = fields(value);
  return typeof found.uuid === 'string' ? { ...found, uuid: found.uuid } : null;
}

/** Parsed JSON, or null where there is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
