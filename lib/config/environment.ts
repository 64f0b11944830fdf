import { z } from 'zod';

// What may stand in the environment, name by name. Pure; env.ts reads it.

/** Several, with commas or spaces between them. */
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));

/** `host[:port]`, reached by https as genuine nodes are; an http address only on this machine, for the simulator. */
const node = z
  .string()
  .toLowerCase()
  .regex(/^(https?:\/\/)?[a-z0-9.-]+(:\d{1,5})?$/i, 'must be host[:port], or http://localhost:port for the simulator')
  .refine((text) => !text.startsWith('http://') || /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(text), {
    message: 'http is allowed for localhost only: browsers reach nodes by https',
  })
  .transform((text) => text.replace(/^https:\/\//, ''));

const credential = z.string().min(1).max(100, 'Infinity takes at most 100 characters');
const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const count = (fallback: number) => z.coerce.number('must be a number').int().positive().default(fallback);

/** `30/600`: thirty in six hundred seconds, per address. */
const rate = (fallback: string) =>
  z
    .string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/, 'must be count/seconds, as in 30/600')
    .default(fallback)
    .transform((text) => {
      const [points, durationSeconds] = text.split('/').map(Number);
      return { points: points!, durationSeconds: durationSeconds! };
    });

/** A name or an address without a port, as it stands in a URL: `crm.internal`, `10.0.0.5`, `[fd00::5]`. */
const host = z
  .string()
  .toLowerCase()
  .refine(
    (text) => !text.includes('*') && URL.canParse(`https://${text}`) && new URL(`https://${text}`).hostname === text,
    { message: 'must be names or addresses without scheme and port, as in crm.internal, 10.0.0.5' },
  );

/** A site whose pages may stand around ours, as it is written into their policy; http only on this machine, to try it. */
const ancestor = z
  .string()
  .toLowerCase()
  .regex(
    /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?\/?$/,
    'must be origins, as in https://www.example.com',
  )
  .transform((text) => text.replace(/\/$/, ''));

/** event-sink.md §1, V. */
const LONGEST_SINK_ADDRESS = 255;

export const Environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
    APP_URL: url.optional(),
    DATABASE_URL: z.string().startsWith('postgres', 'must be a postgres:// or postgresql:// address').optional(),
    INFINITY_NODES: list.pipe(z.array(node).min(1)),
    POLICY_USERNAME: credential,
    POLICY_PASSWORD: credential,
    EVENTS_USERNAME: credential,
    EVENTS_PASSWORD: credential,
    EVENTS_PATH_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9._~-]{24,}$/, 'must be at least 24 letters, digits and . _ ~ -')
      .optional(),
    MANAGEMENT_URL: url.optional(),
    MANAGEMENT_USERNAME: credential.optional(),
    MANAGEMENT_PASSWORD: credential.optional(),
    MEETING_ALIAS_PREFIX: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{0,30}$/, 'must be lower-case letters, digits, dots and hyphens')
      .default('meet-'),
    MEETING_MAX_MINUTES: count(12 * 60),
    MEETING_MAX_DAYS_AHEAD: count(90),
    NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters'),
    NEXTAUTH_URL: url.optional(),
    DIAL_IN: z.string().max(1000, 'must be at most 1000 characters').optional(),
    METRICS_TOKEN: z
      .string()
      .regex(/^[A-Za-z0-9._~-]{24,}$/, 'must be at least 24 letters, digits and . _ ~ -')
      .optional(),
    WEBHOOK_ALLOWED_HOSTS: list.pipe(z.array(host)).optional(),
    FRAME_ANCESTORS: list.pipe(z.array(ancestor)).optional(),
    TRUSTED_PROXIES: z.coerce.number('must be a number').int().min(0).max(10).default(0),
    RATE_LIMIT_CREATE: rate('30/600'),
    RATE_LIMIT_JOIN: rate('120/600'),
    RATE_LIMIT_SIGN_IN: rate('10/900'),
  })
  .refine((env) => !env.MANAGEMENT_URL || (env.MANAGEMENT_USERNAME && env.MANAGEMENT_PASSWORD), {
    path: ['MANAGEMENT_URL'],
    message: 'needs MANAGEMENT_USERNAME and MANAGEMENT_PASSWORD as well',
  })
  .refine((env) => !env.EVENTS_PATH_SECRET || sinkAddress(env).length <= LONGEST_SINK_ADDRESS, {
    path: ['EVENTS_PATH_SECRET'],
    message: `is too long: Infinity takes addresses of up to ${LONGEST_SINK_ADDRESS} characters`,
  });

const sinkAddress = (env: { APP_URL?: string; PORT: number; EVENTS_PATH_SECRET?: string }) =>
  `${env.APP_URL ?? `http://localhost:${env.PORT}`}/api/events/${env.EVENTS_PATH_SECRET}`;
