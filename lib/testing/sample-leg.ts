/** A leg under way. Its facts are those of the wire. */
export interface SampleLeg {
  uuid: string;
  node: string;
  room: string;
  /** Who it is; null for what is nobody, and for a host's shadow. */
  person: string | null;
  facts: Record<string, unknown>;
  /** Under which id its media are told, when it is not its own. */
  mediaUuid?: string;
}
