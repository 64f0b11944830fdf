/** The most rules that are kept: every policy request goes through them. */
export const MOST_RULES = 10_000;
/**
 * The largest file that is imported or brought back, in MB of 1,048,576 bytes: room for as many rules as may be, with every
 * field as long as it may be in plain letters. What is exported can so be imported, and an undo undoes.
 */
export const LARGEST_FILE_MB = 32;
