/** Writes one line of the support log. Callers never pass a PIN, a token or a credential. */
export type Log = (line: string) => void;
