export type DeviceKind = 'microphone' | 'camera';

/** What can be wrong with a device, as far as it changes what its owner should do. */
export type DeviceProblem =
  /** The visitor said no, now or earlier. */
  | 'denied'
  /** The visitor closed the browser's question without an answer. */
  | 'dismissed'
  /** The system's settings keep the browser from it. */
  | 'denied-by-system'
  /** The page that this one stands in does not hand it on. */
  | 'framed'
  | 'missing'
  | 'in-use'
  /** It is open and gives nothing: a switch on the device, or the system, holds it back. */
  | 'switched-off'
  | 'insecure'
  | 'other';

/** What is known of the page when a device did not open. */
export interface Circumstances {
  isSecure: boolean;
  isFramed: boolean;
  /** Whether the page may use the device at all; null where the browser does not say. */
  isHandedOn: boolean | null;
  /** The browser's own permission; null where it does not say. */
  permission: PermissionState | null;
}

// Names by the Media Capture specification; the second ones are older browsers' spellings.
const byErrorName = new Map(
  Object.entries<DeviceProblem>({
    NotAllowedError: 'denied',
    PermissionDeniedError: 'denied',
    SecurityError: 'denied',
    NotFoundError: 'missing',
    DevicesNotFoundError: 'missing',
    OverconstrainedError: 'missing',
    NotReadableError: 'in-use',
    TrackStartError: 'in-use',
    AbortError: 'in-use',
  }),
);

const textOf = (error: unknown, key: 'name' | 'message') =>
  typeof error === 'object' && error !== null && key in error ? String((error as Record<string, unknown>)[key]) : '';

/**
 * Reads what getUserMedia rejected with. Every refusal has the same name, so the circumstances have to tell them apart, and
 * Chromium's message ("Permission denied by system", "Permission dismissed").
 */
export function deviceProblemFor(error: unknown, page: Circumstances): DeviceProblem {
  if (!page.isSecure) return 'insecure';
  const problem = byErrorName.get(textOf(error, 'name')) ?? 'other';
  if (problem !== 'denied') return problem;
  const message = textOf(error, 'message');
  if (page.isHandedOn === false) return 'framed';
  if (/system/i.test(message) || page.permission === 'granted') return 'denied-by-system';
  if (/dismissed/i.test(message)) return 'dismissed';
  // Firefox and Safari do not say whether the outer page hands it on; a tab of its own helps either way.
  if (page.isFramed && page.isHandedOn === null) return 'framed';
  return 'denied';
}
