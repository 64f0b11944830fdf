import { z } from 'zod';

/** When the capture of raw requests ends by itself; null: it is off. */
export const CaptureSetting = z.strictObject({ until: z.iso.datetime().nullable().default(null) });
export type CaptureSetting = z.infer<typeof CaptureSetting>;

/** How long it may be on. */
export const CAPTURE_MINUTES = [15, 60, 8 * 60] as const;

/** Body of `PUT /api/connection/capture`: on for so long from now, or off. */
export const ChangeCaptureBody = z.strictObject({
  minutes: z.literal([...CAPTURE_MINUTES], 'must be 15, 60, 480, or null to stop').nullable(),
});
