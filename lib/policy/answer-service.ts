import { whenThere, type NowOrLater } from '@/lib/now-or-later';
import type { ConferenceSettings } from '@/lib/settings/conference-settings';
import { conferenceSettings } from '@/lib/settings/current-settings';
import {
  decideServiceConfiguration,
  type DialledMeeting,
  type PolicyMeeting,
  type ServiceDecision,
} from './decide-service-configuration';
import { aliasOf, findByAlias, findByTag } from './find-dialled';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';
import { configurationOf, dependsOnHome } from './service-configuration';

const NO_SETTINGS: ConferenceSettings = { everywhere: {}, locations: [] };
const BREAKOUT: DialledMeeting = { isOurs: false, reason: 'breakout rooms are not ours' };

/** What the dialled alias is, or what is being dialled out of. */
export function answerService(
  { caller, isBreakout }: { caller: Caller; isBreakout: boolean },
  sources: PolicySources,
  now: Date,
): NowOrLater<PolicyAnswer> {
  const find = caller.direction === 'dial_out' ? findRunning : findByAlias;
  const dialled = isBreakout ? BREAKOUT : find(caller, sources, now);
  return whenThere(dialled, (found) => answerFor(decideServiceConfiguration(found, now), caller, sources));
}

function answerFor(decision: ServiceDecision, caller: Caller, sources: PolicySources): NowOrLater<PolicyAnswer> {
  const about = { alias: decision.meeting?.alias ?? aliasOf(caller), meetingId: decision.meeting?.id ?? null };
  const { action, reason } = decision;
  // Without a result: a node that finds a valid one admits the caller whatever the action says (policy-api.md §1).
  if (action !== 'configure') return { outcome: action, reason, ...about, content: envelope({ action }) };
  return whenThere(configuration(decision.meeting, caller, sources), ({ result, settingsId }) => {
    return { outcome: action, reason, ...about, settingsId, content: envelope({ action: 'continue', result }) };
  });
}

/** Dialling out asks with the running service's own tag, and must be told of that very service (policy-api.md §2, D). */
function findRunning(caller: Caller, sources: PolicySources, now: Date): NowOrLater<DialledMeeting> {
  return whenThere(findByTag(caller, sources, now), (running) => {
    return running ? { isOurs: true, meeting: running } : findByAlias(caller, sources, now);
  });
}

/** What the answer for a meeting follows from, besides the meeting. */
interface Circumstances {
  settings: ConferenceSettings;
  settingsId: number;
  asking: string;
  home: string | null;
  version: string;
}

type Worked = Circumstances & { result: object };

/** What was worked out last for a meeting, as long as nothing it was made from is another: a join asks four times. */
const worked = new WeakMap<PolicyMeeting, Worked>();

function configuration(meeting: PolicyMeeting, caller: Caller, sources: PolicySources): NowOrLater<Worked> {
  const { location: asking, version } = caller;
  return whenThere(conferenceSettings.current(), ({ newestId, byId }) => {
    const settingsId = meeting.settingsId ?? newestId;
    const settings = byId.get(settingsId) ?? NO_SETTINGS;
    // Whoever asks first settles the home for everybody.
    const home = dependsOnHome(settings) ? (meeting.homeLocation ?? sources.settleHome(meeting, asking)) : null;
    return whenThere(home, (settled) => workOut(meeting, { settings, settingsId, asking, home: settled, version }));
  });
}

function workOut(meeting: PolicyMeeting, given: Circumstances): Worked {
  const { settings, asking, home, version } = given;
  const last = worked.get(meeting);
  if (last?.settings === settings && last.asking === asking && last.home === home && last.version === version)
    return last;
  const { result, fault } = configurationOf(meeting, settings, home, asking, version);
  if (fault)
    console.error(`policy: left out of the configuration of ${meeting.id}, not acceptable to Infinity: ${fault}`);
  const now = { ...given, result };
  worked.set(meeting, now);
  return now;
}
