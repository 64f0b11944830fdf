import type { ConferenceSettings } from '@/lib/settings/conference-settings';
import { conferenceSettings } from '@/lib/settings/current-settings';
import { decideServiceConfiguration, type DialledMeeting, type PolicyMeeting } from './decide-service-configuration';
import { aliasOf, findByAlias, findByTag } from './find-dialled';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';
import { configurationOf, dependsOnHome } from './service-configuration';

const NO_SETTINGS: ConferenceSettings = { everywhere: {}, locations: [] };

/** What the dialled alias is, or what is being dialled out of. */
export async function answerService(
  { caller, isBreakout }: { caller: Caller; isBreakout: boolean },
  sources: PolicySources,
  now: Date,
): Promise<PolicyAnswer> {
  const find = caller.direction === 'dial_out' ? findRunning : findByAlias;
  const dialled: DialledMeeting = isBreakout
    ? { isOurs: false, reason: 'breakout rooms are not ours' }
    : await find(caller, sources, now);
  const decision = decideServiceConfiguration(dialled, now);
  const about = { alias: decision.meeting?.alias ?? aliasOf(caller), meetingId: decision.meeting?.id ?? null };
  const { action, reason } = decision;
  // Without a result: a node that finds a valid one admits the caller whatever the action says (policy-api.md §1).
  if (action !== 'configure') return { outcome: action, reason, ...about, content: envelope({ action }) };
  const { result, settingsId } = await configuration(decision.meeting, caller, sources);
  return { outcome: action, reason, ...about, settingsId, content: envelope({ action: 'continue', result }) };
}

/** Dialling out asks with the running service's own tag, and must be told of that very service (policy-api.md §2, D). */
async function findRunning(caller: Caller, sources: PolicySources, now: Date): Promise<DialledMeeting> {
  const running = await findByTag(caller, sources, now);
  return running ? { isOurs: true, meeting: running } : findByAlias(caller, sources, now);
}

interface Worked {
  settings: ConferenceSettings;
  settingsId: number;
  asking: string;
  home: string | null;
  version: string;
  result: object;
}

/** What was worked out last for a meeting, as long as nothing it was made from is another: a join asks four times. */
const worked = new WeakMap<PolicyMeeting, Worked>();

async function configuration(meeting: PolicyMeeting, caller: Caller, sources: PolicySources): Promise<Worked> {
  const { location: asking, version } = caller;
  const { newestId, byId } = await conferenceSettings.current();
  const settingsId = meeting.settingsId ?? newestId;
  const settings = byId.get(settingsId) ?? NO_SETTINGS;
  // Whoever asks first settles the home for everybody.
  const home = dependsOnHome(settings) ? (meeting.homeLocation ?? (await sources.settleHome(meeting, asking))) : null;
  const last = worked.get(meeting);
  if (last?.settings === settings && last.asking === asking && last.home === home && last.version === version)
    return last;
  const { result, fault } = configurationOf(meeting, settings, home, asking, version);
  if (fault)
    console.error(`policy: left out of the configuration of ${meeting.id}, not acceptable to Infinity: ${fault}`);
  const now = { settings, settingsId, asking, home, version, result };
  worked.set(meeting, now);
  return now;
}
