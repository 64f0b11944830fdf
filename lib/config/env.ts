import type { z } from 'zod';
import { Environment } from './environment';

// The only reader of the environment on the server. Parsed once, at start; see .env.example for what each name is for.

/** Values that .env.example shows and development falls back to. Known to everyone, so production refuses them. */
const DEVELOPMENT = {
  POLICY_USERNAME: 'infinity',
  POLICY_PASSWORD: 'dev-policy-password',
  EVENTS_USERNAME: 'infinity',
  EVENTS_PASSWORD: 'dev-events-password',
  MANAGEMENT_PASSWORD: 'dev-management-password',
  NEXTAUTH_SECRET: 'dev-nextauth-secret-not-for-production',
  INFINITY_NODES: 'http://localhost:7080',
};
const SECRETS = ['POLICY_PASSWORD', 'EVENTS_PASSWORD', 'MANAGEMENT_PASSWORD', 'NEXTAUTH_SECRET'] as const;

/** Every name that is read, for those who start us with settings of their own and none from a .env file. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Thrown at start with every wrong setting's name and reason, and never a value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads settings from an environment. Pure but for its argument; exported for tests. */
export function parseSettings(source: Record<string, string | undefined>) {
  // An empty value counts as missing: that is how a line is switched off in a .env file.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const isProduction = given.NODE_ENV === 'production';
  const parsed = Environment.safeParse(isProduction ? given : { ...DEVELOPMENT, ...given });
  const reasons = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${reasonOf(issue, given)}`);
  if (isProduction) {
    for (const name of SECRETS) {
      if (given[name] === DEVELOPMENT[name])
        reasons.push(`${name}: is the published development value; choose your own`);
    }
    if (!given.APP_URL) reasons.push('APP_URL: is missing (the address browsers and nodes reach us at)');
  }
  if (!parsed.success || reasons.length > 0) {
    throw new SettingsError(
      `Mayfly cannot start with these settings:\n${reasons.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return toSettings(parsed.data, isProduction);
}

function reasonOf(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  return given[String(issue.path[0])] === undefined && issue.code === 'invalid_type' ? 'is missing' : issue.message;
}

function toSettings(env: z.output<typeof Environment>, isProduction: boolean) {
  const appUrl = env.APP_URL ?? `http://localhost:${env.PORT}`;
  return {
    isProduction,
    port: env.PORT,
    appUrl,
    databaseUrl: env.DATABASE_URL,
    infinityNodes: env.INFINITY_NODES,
    policy: { username: env.POLICY_USERNAME, password: env.POLICY_PASSWORD },
    events: {
      username: env.EVENTS_USERNAME,
      password: env.EVENTS_PASSWORD,
      pathSecret: env.EVENTS_PATH_SECRET ?? null,
    },
    management:
      env.MANAGEMENT_URL && env.MANAGEMENT_USERNAME && env.MANAGEMENT_PASSWORD
        ? { url: env.MANAGEMENT_URL, username: env.MANAGEMENT_USERNAME, password: env.MANAGEMENT_PASSWORD }
        : null,
    aliasPrefix: env.MEETING_ALIAS_PREFIX,
    longestMeetingMs: env.MEETING_MAX_MINUTES * 60 * 1000,
    farthestStartMs: env.MEETING_MAX_DAYS_AHEAD * 24 * 60 * 60 * 1000,
    /** How to call in by telephone or from a room, for calendars; null where that is not offered. */
    dialIn: env.DIAL_IN?.replaceAll('\\n', '\n').trim() ?? null,
    nextAuthSecret: env.NEXTAUTH_SECRET,
    nextAuthUrl: env.NEXTAUTH_URL ?? appUrl,
    /** Who shows it may read `/api/metrics`; null where nobody may. */
    metricsToken: env.METRICS_TOKEN ?? null,
    /** Hosts of our own network that webhooks may be sent to all the same. */
    webhookAllowedHosts: env.WEBHOOK_ALLOWED_HOSTS ?? [],
    /** Sites that may show the join page in a frame of theirs. */
    frameAncestors: env.FRAME_ANCESTORS ?? [],
    trustedProxies: env.TRUSTED_PROXIES,
    rateLimits: {
      create: env.RATE_LIMIT_CREATE,
      join: env.RATE_LIMIT_JOIN,
      // Who makes one meeting invites several people to it.
      invite: { ...env.RATE_LIMIT_CREATE, points: env.RATE_LIMIT_CREATE.points * 5 },
      rate: env.RATE_LIMIT_JOIN,
      message: env.RATE_LIMIT_CREATE,
      'sign-in': env.RATE_LIMIT_SIGN_IN,
      // One address that tries many accounts. Ten times as much, for a whole office may sign in from one.
      'sign-in-address': { ...env.RATE_LIMIT_SIGN_IN, points: env.RATE_LIMIT_SIGN_IN.points * 10 },
    },
  };
}

export type Settings = ReturnType<typeof parseSettings>;

let parsed: Settings | undefined;

/** This process's settings. Throws SettingsError the first time when they are wrong, so server.ts asks at start. */
export function settings(): Settings {
  return (parsed ??= parseSettings(process.env));
}

/**
 * Points this process at a database that was started for it. Said through the environment as well, because Next's
 * bundles read their settings by themselves and have nothing else in common with us.
 */
export function pointToDatabase(url: string): void {
  process.env.DATABASE_URL = url;
  parsed = undefined;
}
