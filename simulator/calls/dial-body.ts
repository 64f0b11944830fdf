import { z } from 'zod';
import { dialDirections, dialProtocols } from '../policy/caller';

const alias = z.string().max(1000);
const text = z.string().max(250);
const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

const triggers = ['invite', 'options', 'subscribe', 'setup', 'arq', 'lrq', 'teams', 'unspecified'] as const;
/** Questions that are no calls (policy-api.md §2). */
const probes: readonly string[] = ['options', 'subscribe', 'lrq'];

/** What a caller types when asked for a PIN; `#` alone, or nothing, goes on without one. */
export const typedSchema = z.string().regex(/^[\d*#]{0,24}$/, 'must be what a keypad can type');

/** What a test says of the call it wants made, in the simulator's own words. */
export const dialBodySchema = z
  .strictObject({
    /** What is dialled; for `dial_out` the alias of the conference that calls. */
    alias: alias.min(1),
    protocol: z.enum(dialProtocols).default('sip'),
    direction: z.enum(dialDirections).default('dial_in'),
    /** Left out: what the protocol usually sends. */
    trigger: z.enum(triggers).optional(),
    /** The other side; for `dial_out` whom to call. */
    callerAlias: alias.default(''),
    displayName: text.default(''),
    pin: typedSchema.optional(),
    /** What the caller types at a Virtual Reception. */
    extension: alias.optional(),
    callType: z.enum(['video', 'audio']).default('video'),
    vendor: text.default('Simulated device'),
    /** Left out: whether `callerAlias` is registered. */
    registered: z.boolean().optional(),
    remoteAddress: text.optional(),
    remotePort: z.int().min(0).max(65_535).optional(),
    encryption: z.enum(['On', 'Off', 'Unknown']).default('On'),
    bandwidth: z.int().min(0).default(0),
    callTag: text.default(''),
    supportsDirectMedia: z.boolean().default(false),
    hasAuthenticatedDisplayName: z.boolean().default(false),
    idpUuid: text.default(''),
    idpAttributes: z.record(z.string().min(1), values).default({}),
    teamsTenantId: text.default(''),
    thirdPartyPasscode: text.default(''),
    telehealthRequestId: text.nullable().default(null),
    displayCount: z.int().min(0).nullable().default(null),
    sipHeaders: z.partialRecord(z.enum(['P-Asserted-Identity', 'ms-subnet']), values).default({}),
    previousServiceName: text.default(''),
    /** Dialling out only: which running conference calls, when its alias alone does not tell. */
    conference: text.optional(),
    /** Dialling out only. */
    role: z.enum(['chair', 'guest']).default('guest'),
    /** A recorder or a broadcast, which is no person. */
    streaming: z.boolean().default(false),
  })
  .refine(
    ({ direction, trigger }) => trigger === undefined || probes.includes(trigger) === (direction === 'non_dial'),
    {
      path: ['trigger'],
      message: 'options, subscribe and lrq are non_dial, and nothing else is',
    },
  );

export type DialBody = z.output<typeof dialBodySchema>;
