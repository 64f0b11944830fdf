import { SettingsError } from './env';

const DEVELOPMENT_PASSWORD = 'harbourline';

/** The password that seeded agents get: the published one in development, one of the operator's own in production. */
export function seedPassword(): string {
  const given = process.env.SEED_AGENT_PASSWORD?.trim();
  if (given) return given;
  if (process.env.NODE_ENV === 'production') {
    throw new SettingsError('Set SEED_AGENT_PASSWORD: in production agents get no published password');
  }
  return DEVELOPMENT_PASSWORD;
}
