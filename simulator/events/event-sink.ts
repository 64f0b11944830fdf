import type { Credentials } from '../http/basic-auth';

export type SinkVersion = 1 | 2;

/** An event sink as it is configured (management-api.md §4). The Management Node changes it while nodes use it. */
export interface EventSink {
  name: string;
  description: string;
  url: string;
  credentials: Credentials;
  version: SinkVersion;
  isBulk: boolean;
  /** Kept and shown; whether a certificate is verified is Node's own affair here. */
  verifiesCertificate: boolean;
  /** As it was written, for all to read. */
  restartDate: string | null;
  /** Unix milliseconds. */
  updatedAt: number;
}

/** The global `es_…` settings (management-api.md §4), in milliseconds. */
export interface SinkTiming {
  /** Connecting, sending and the answer together. */
  answerTimeoutMs: number;
  firstBackoffMs: number;
  /** A back-off that reaches it stops the publisher. */
  longestBackoffMs: number;
}
