// What the Connection page is told of names in force that Infinity does not have, as its route sends it. Pure and without zod,
// so that the page may read it too.

/** A name that does not exist on Infinity, and where somebody put it. */
export type UnknownName = {
  name: string;
  /** What is wrong with it, in words that follow it. */
  fault: string;
} & (
  | {
      in: 'settings';
      /** `everywhere.theme`, `locations.2.options.hostSignIn`, `locations.0.location`; also the id of its field at the desk. */
      field: string;
      /** The location that this is set for; null: everywhere. */
      location: string | null;
    }
  | {
      in: 'kept';
      /** What of the settings it is: `theme`, `hostSignIn`. */
      option: string;
      /** The location that it was set for; null: everywhere. */
      location: string | null;
      /** How many meetings under way keep it, from before the settings were changed. */
      meetings: number;
    }
  | {
      in: 'media-rules';
      rules: number;
      /** They are for nodes of this location, and so never apply; else media is to go there, and answers are dropped. */
      isAsking: boolean;
    }
);

export interface UnknownNames {
  /** Those of the settings first, then those that meetings keep. */
  names: UnknownName[];
  /** How many there are: more than are listed, when there are too many to list. */
  total: number;
  /** The Management Node does not answer, so there may be others. */
  isUnchecked: boolean;
}
