import { z } from 'zod';
import { CAPTURE_MINUTES } from './capture-report';

/** When the capture of raw requests ends by itself; null: it is off. */
export const CaptureSetting = z.strictObject({ until: z.iso.datetime().nullable().default(null) });
export type CaptureSetting = z.infer<typeof CaptureSetting>;

/** Body of `PUT /api/connection/capture`: on for so long from now, or off. */
export const ChangeCaptureBody = z.strictObject({
  minutes: z.literal([...CAPTURE_MINUTES], `must be ${CAPTURE_MINUTES.join(', ')}, or null to stop`).nullable(),
});
