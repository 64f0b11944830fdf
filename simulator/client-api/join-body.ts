import { z } from 'zod';

const lenient = z.string().max(250).optional().catch(undefined);

/** The fields of `request_token` that are acted on; clients send many more (client-api.md §2). */
export const joinBodySchema = z
  .looseObject({
    display_name: lenient,
    call_tag: lenient,
    conference_extension: lenient,
    direct_media: z.boolean().optional().catch(undefined),
    supports_direct_chat: z.boolean().optional().catch(undefined),
  })
  .catch({});

export type JoinBody = z.infer<typeof joinBodySchema>;
