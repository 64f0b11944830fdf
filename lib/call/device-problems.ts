export type DeviceKind = 'microphone' | 'camera';

/** What can be wrong with a device, as far as it changes what its owner should do. */
export type DeviceProblem = 'denied' | 'missing' | 'in-use' | 'insecure' | 'other';

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

/** Reads what getUserMedia rejected with. */
export function deviceProblemFor(error: unknown): DeviceProblem {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return byErrorName.get(name) ?? 'other';
}
