import { recordAudit } from '@/lib/audit/audit-store';
import { database, type Transaction } from '@/lib/db/client';
import { nowIn } from '@/lib/db/database-now';
import type { Prisma } from '@/lib/db/generated/client';
import { notifyChanged } from '@/lib/db/snapshot';
import { scheduleJob } from '@/lib/jobs/job-queue';
import { ConferenceSettings, NO_SETTINGS, type SavedConferenceSettings } from './conference-settings';
import { CONFERENCE_SETTINGS } from './current-settings';
import { keepSettings } from './keep-settings-store';
import { insertConferenceSettings } from './setting-store';

// Rows of conference settings as the desk shows and replaces them. Append only: a meeting may run with an old one.

const SHOWN = { id: true, value: true, savedAt: true, savedBy: { select: { name: true } } } as const;

type Row = Prisma.ConferenceSettingsGetPayload<{ select: typeof SHOWN }>;

/** The row in force. A migration put in the first one, so there always is one. */
export async function newestConferenceSettings(
  transaction: Transaction = database(),
): Promise<SavedConferenceSettings> {
  return shown(await transaction.conferenceSettings.findFirstOrThrow({ orderBy: { id: 'desc' }, select: SHOWN }));
}

/** Rows that were saved before the row `before`, newest first; from the newest when it is null. */
export async function listConferenceSettings(before: number | null, limit: number): Promise<SavedConferenceSettings[]> {
  const rows = await database().conferenceSettings.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: limit,
    select: SHOWN,
  });
  return rows.map(shown);
}

type Replaced =
  /** `kept`: how many meetings go on with what was in force before. */
  | { outcome: 'replace'; saved: SavedConferenceSettings; kept: number }
  | { outcome: 'same'; newest: SavedConferenceSettings }
  | { outcome: 'changed-meanwhile'; newest: SavedConferenceSettings };

/**
 * When it is looked again for meetings that were answered for around a save. An instance hears of new settings within a second
 * at the latest (lib/db/snapshot.ts), and records its decisions some hundred milliseconds behind their answers; it goes by what
 * it has told itself for ten seconds (lib/policy/told-settings.ts); and somebody may type a PIN for two minutes.
 */
const LOOKS_AFTER_MS = [2_000, 14_000, 130_000];

/** Jobs, so that it is done also where this process ends meanwhile. */
async function lookAgain(transaction: Transaction, savedAt: string): Promise<void> {
  const now = (await nowIn(transaction)).getTime();
  for (const afterMs of LOOKS_AFTER_MS) {
    await scheduleJob(transaction, {
      kind: 'keep-settings-of-late-records',
      key: `keep-settings-of-late-records:${savedAt}:${afterMs}`,
      at: new Date(now + afterMs),
      payload: { savedAt },
    });
  }
}

/** Taken by whoever saves, until their transaction ends: the row that was newest for their decision stays the newest. */
const SAVING_LOCK = 7_240_311;

/**
 * Puts new settings in force, unless `decide` says otherwise of those that are. Together with it, in one transaction, the
 * meetings that nodes run are told to keep what they have had.
 */
export function replaceConferenceSettings(
  value: ConferenceSettings,
  agentId: string,
  decide: (newest: SavedConferenceSettings) => Replaced['outcome'],
): Promise<Replaced> {
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT pg_advisory_xact_lock(${SAVING_LOCK}::bigint)::text`;
    const newest = await newestConferenceSettings(transaction);
    const outcome = decide(newest);
    if (outcome !== 'replace') return { outcome, newest };
    const kept = await keepSettings(transaction, newest.id);
    await insertConferenceSettings(transaction, value, agentId);
    const saved = await newestConferenceSettings(transaction);
    const actor = { kind: 'agent', id: agentId, name: saved.savedBy ?? 'An agent' } as const;
    const subject = 'Conference settings';
    await recordAudit(transaction, { actor, action: 'conference-settings.changed', subject, detail: { id: saved.id } });
    await notifyChanged(CONFERENCE_SETTINGS, transaction);
    await lookAgain(transaction, saved.savedAt);
    return { outcome, saved, kept };
  });
}

function shown({ id, value, savedAt, savedBy }: Row): SavedConferenceSettings {
  // A row that was changed by hand is shown as policy takes it: as saying nothing (current-settings.ts).
  const settings = ConferenceSettings.safeParse(value).data ?? NO_SETTINGS;
  return { id, savedAt: savedAt.toISOString(), savedBy: savedBy?.name ?? null, value: settings };
}
