import { z } from 'zod';

export interface NodeSetting {
  /** 0 takes any free port. */
  port: number;
  location: string;
}

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
const seconds = z.coerce.number({ error: 'must be a number of seconds' }).positive().max(86_400);

const nodes = z.string().transform((text, context): NodeSetting[] =>
  text.split(',').map((entry) => {
    const [portText = '', location = 'Harbour'] = entry.trim().split('@');
    const parsed = port.safeParse(portText || undefined);
    if (parsed.success && location !== '') return { port: parsed.data, location };
    context.addIssue({ code: 'custom', message: 'must be a comma list of port or port@location' });
    return z.NEVER;
  }),
);

const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

/** For these an empty value means "none", everywhere else it counts as missing. */
const urlOrNone = z.union([z.literal('').transform(() => null), z.url('must be a URL, or empty for none').max(255)]);

const schema = z
  .object({
    SIMULATOR_NODES: nodes.prefault('7080@Harbour'),
    SIMULATOR_HOST: z.string().default('localhost'),
    SIMULATOR_MANAGEMENT_PORT: port.default(7090),
    MANAGEMENT_USERNAME: z.string().default('mayfly'),
    MANAGEMENT_PASSWORD: z.string().default('dev-management-password'),
    SIMULATOR_POLICY_URL: urlOrNone.default('http://localhost:3000/api/policy'),
    POLICY_USERNAME: z.string().default('infinity'),
    POLICY_PASSWORD: z.string().default('dev-policy-password'),
    SIMULATOR_EVENT_SINK_URL: urlOrNone.default('http://localhost:3000/api/events'),
    EVENTS_USERNAME: z.string().default('infinity'),
    EVENTS_PASSWORD: z.string().default('dev-events-password'),
    SIMULATOR_EVENT_BULK: flag.default(false),
    SIMULATOR_EVENT_VERSION: z.enum(['1', '2'], 'must be 1 or 2').default('2'),
    SIMULATOR_EVENT_TIMEOUT_SECONDS: seconds.default(7),
    SIMULATOR_EVENT_FIRST_BACKOFF_SECONDS: seconds.default(1),
    SIMULATOR_EVENT_LONGEST_BACKOFF_SECONDS: seconds.default(1800),
    SIMULATOR_MANAGEMENT_REQUESTS_PER_MINUTE: z.coerce
      .number({ error: 'must be a number of requests' })
      .int()
      .positive()
      .default(1000),
    SIMULATOR_HISTORY_DELAY_SECONDS: seconds.default(2),
    SIMULATOR_QUALITY_SECONDS: seconds.default(20),
    SIMULATOR_TLS_CERT: z.string().optional(),
    SIMULATOR_TLS_KEY: z.string().optional(),
    SIMULATOR_PEXRTC_JS: z.string().optional(),
    SIMULATOR_DATABASE: z.string().optional(),
    SIMULATOR_TOKEN_SECONDS: seconds.default(120),
    SIMULATOR_HOSTLESS_SECONDS: seconds.default(60),
    SIMULATOR_WAITING_SECONDS: seconds.default(900),
    SIMULATOR_LIVE_CAPTIONS: flag.default(false),
  })
  .refine((env) => (env.SIMULATOR_TLS_CERT === undefined) === (env.SIMULATOR_TLS_KEY === undefined), {
    path: ['SIMULATOR_TLS_KEY'],
    message: 'must be set together with SIMULATOR_TLS_CERT',
  });

type Environment = z.output<typeof schema>;

const milliseconds = (given: number) => Math.round(given * 1000);

function toSettings(env: Environment) {
  return {
    nodes: env.SIMULATOR_NODES,
    host: env.SIMULATOR_HOST,
    management: {
      port: env.SIMULATOR_MANAGEMENT_PORT,
      credentials: { username: env.MANAGEMENT_USERNAME, password: env.MANAGEMENT_PASSWORD },
      requestsPerMinute: env.SIMULATOR_MANAGEMENT_REQUESTS_PER_MINUTE,
      historyDelayMs: milliseconds(env.SIMULATOR_HISTORY_DELAY_SECONDS),
    },
    policy: {
      url: env.SIMULATOR_POLICY_URL,
      credentials: { username: env.POLICY_USERNAME, password: env.POLICY_PASSWORD },
    },
    eventSink: {
      url: env.SIMULATOR_EVENT_SINK_URL,
      credentials: { username: env.EVENTS_USERNAME, password: env.EVENTS_PASSWORD },
      isBulk: env.SIMULATOR_EVENT_BULK,
      version: env.SIMULATOR_EVENT_VERSION === '1' ? (1 as const) : (2 as const),
      timing: {
        answerTimeoutMs: milliseconds(env.SIMULATOR_EVENT_TIMEOUT_SECONDS),
        firstBackoffMs: milliseconds(env.SIMULATOR_EVENT_FIRST_BACKOFF_SECONDS),
        longestBackoffMs: milliseconds(env.SIMULATOR_EVENT_LONGEST_BACKOFF_SECONDS),
      },
    },
    qualityWindowMs: milliseconds(env.SIMULATOR_QUALITY_SECONDS),
    tlsFiles:
      env.SIMULATOR_TLS_CERT && env.SIMULATOR_TLS_KEY
        ? { cert: env.SIMULATOR_TLS_CERT, key: env.SIMULATOR_TLS_KEY }
        : null,
    pexRtcFile: env.SIMULATOR_PEXRTC_JS ?? null,
    databaseFile: env.SIMULATOR_DATABASE ?? null,
    tokenSeconds: env.SIMULATOR_TOKEN_SECONDS,
    hostlessSeconds: env.SIMULATOR_HOSTLESS_SECONDS,
    waitingSeconds: env.SIMULATOR_WAITING_SECONDS,
    hasLiveCaptions: env.SIMULATOR_LIVE_CAPTIONS,
  };
}

export type Settings = ReturnType<typeof toSettings>;
export type SettingsOutcome = { ok: true; settings: Settings } | { ok: false; problems: string[] };

const mayBeEmpty = new Set(['SIMULATOR_POLICY_URL', 'SIMULATOR_EVENT_SINK_URL']);

/** Reads the settings from an environment. Problems name the variable and the reason, never the value. */
export function parseSettings(environment: Record<string, string | undefined>): SettingsOutcome {
  const given = Object.entries(environment).filter(([name, value]) => value !== '' || mayBeEmpty.has(name));
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, settings: toSettings(parsed.data) };
  return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}
