import { z } from 'zod';
import { CAPTURE_MINUTES } from './capture-report';

const moment = z.iso.datetime().nullable().default(null);

/**
 * `until`: when the capture of raw requests ends by itself; null: it is off. `clearedAt`: when what was kept was cleared last;
 * what came before then, and waits somewhere to be written, is not kept any more.
 */
export const CaptureSetting = z.strictObject({ until: moment, clearedAt: moment });
export type CaptureSetting = z.infer<typeof CaptureSetting>;

/** Body of `PUT /api/connection/capture`: on for so long from now, or off. */
export const ChangeCaptureBody = z.strictObject({
  minutes: z.literal([...CAPTURE_MINUTES], `must be ${CAPTURE_MINUTES.join(', ')}, or null to stop`).nullable(),
});
