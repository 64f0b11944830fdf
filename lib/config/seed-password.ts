import { SettingsError } from './env';

/** In .env.example and in the README, so everybody knows it. */
const PUBLISHED_PASSWORD = 'harbourline';

/**
 * The password that seeded agents get. The published one is for the embedded database alone: a database that somebody
 * named may be the real one, whatever NODE_ENV the shell happens to have.
 */
export function seedPassword(environment: Record<string, string | undefined> = process.env): string {
  const given = environment.SEED_AGENT_PASSWORD?.trim() || undefined;
  const isForEveryone = !environment.DATABASE_URL?.trim() && environment.NODE_ENV !== 'production';
  if (isForEveryone) return given ?? PUBLISHED_PASSWORD;
  if (!given || given === PUBLISHED_PASSWORD) {
    throw new SettingsError('Set SEED_AGENT_PASSWORD to a password of your own: this database may be the real one');
  }
  return given;
}
