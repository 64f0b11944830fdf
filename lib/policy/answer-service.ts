import { whenThere, type NowOrLater } from '@/lib/now-or-later';
import { NO_SETTINGS, type ConferenceSettings } from '@/lib/settings/conference-settings';
import {
  decideServiceConfiguration,
  type DialledMeeting,
  type PolicyMeeting,
  type ServiceDecision,
  type Settled,
} from './decide-service-configuration';
import { isOlder } from './early-views';
import { aliasOf, findByAlias, findByTag } from './find-dialled';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { Caller } from './policy-question';
import type { PolicySources } from './policy-sources';
import { configurationOf } from './service-configuration';
import { dependenceOf } from './setting-fields';

const BREAKOUT: DialledMeeting = { isOurs: false, reason: 'breakout rooms are not ours' };

/** What the dialled alias is, or what is being dialled out of. */
export function answerService(
  { caller, isBreakout }: { caller: Caller; isBreakout: boolean },
  sources: PolicySources,
  now: Date,
): NowOrLater<PolicyAnswer> {
  const find = caller.direction === 'dial_out' ? findRunning : findByAlias;
  const dialled = isBreakout ? BREAKOUT : find(caller, sources, now);
  return whenThere(dialled, (found) => answerFor(decideServiceConfiguration(found, now), caller, sources, now));
}

function answerFor(
  decision: ServiceDecision,
  caller: Caller,
  sources: PolicySources,
  now: Date,
): NowOrLater<PolicyAnswer> {
  const about = { alias: decision.meeting?.alias ?? aliasOf(caller, sources), meetingId: decision.meeting?.id ?? null };
  const { action, reason } = decision;
  // Without a result: a node that finds a valid one admits the caller whatever the action says (policy-api.md §1).
  if (action !== 'configure') return { outcome: action, reason, ...about, content: envelope({ action }) };
  const outcome = isCall(caller) ? action : 'describe';
  return whenThere(configuration(decision.meeting, caller, sources, now), ({ result, settingsId, lack }) => {
    const content = envelope({ action: 'continue', result });
    return { outcome, reason: lack === '' ? reason : reason + lack, ...about, settingsId, content };
  });
}

/**
 * SIP's OPTIONS and SUBSCRIBE, H.323's LRQ and look-ups for a picture ask as a call does and nobody comes in by them
 * (policy-api.md §2, D): they are told the same, and nothing is settled by them.
 */
const isCall = ({ direction, trigger }: Caller) => direction !== 'non_dial' && trigger !== 'web_avatar_fetch';

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
  hasEarlyViewsOnly: boolean;
}

/** `lack`: what the reason says of what the answer had to do without. */
type Worked = Circumstances & { result: object; lack: string };

/** What was worked out last for a meeting, as long as nothing it was made from is another: a join asks four times. */
const worked = new WeakMap<PolicyMeeting, Worked>();

function configuration(meeting: PolicyMeeting, caller: Caller, sources: PolicySources, now: Date): NowOrLater<Worked> {
  const { location: asking, version } = caller;
  return whenThere(sources.conferenceSettings(), ({ newestId, byId }) => {
    const told = sources.toldSettings(meeting.id);
    const settingsId = meeting.settingsId ?? (told !== undefined && byId.has(told) ? told : newestId);
    const settings = byId.get(settingsId) ?? NO_SETTINGS;
    // Before anything is waited for: a caller who comes meanwhile is told of the same.
    if (isCall(caller) && told !== settingsId) sources.rememberTold(meeting.id, settingsId);
    return whenThere(settledOf(meeting, settings, caller, sources, now), (settled) => {
      // Whatever was settled when others asked first: a node that is told of a layout it does not know drops the whole answer.
      const hasEarlyViewsOnly = settled.hasEarlyViewsOnly === true || isOlder(version);
      return workOut(meeting, { settings, settingsId, asking, home: settled.homeLocation, hasEarlyViewsOnly });
    });
  });
}

/** Whoever calls first settles for everybody the home, and whether nodes of older releases are about. */
function settledOf(
  meeting: PolicyMeeting,
  settings: ConferenceSettings,
  caller: Caller,
  sources: PolicySources,
  now: Date,
): NowOrLater<Settled> {
  const { onHome, onReleases } = dependenceOf(settings);
  const needsHome = onHome && meeting.homeLocation === null;
  const needsViews = onReleases && meeting.hasEarlyViewsOnly === null;
  if (!needsHome && !needsViews) return meeting;
  const wanted: Settled = {
    homeLocation: needsHome ? caller.location : meeting.homeLocation,
    hasEarlyViewsOnly: needsViews ? sources.hasOlderNodes(caller.version, now.getTime()) : meeting.hasEarlyViewsOnly,
  };
  return isCall(caller) ? sources.settle(meeting, wanted) : wanted;
}

function workOut(meeting: PolicyMeeting, given: Circumstances): Worked {
  const { settings, asking, home, hasEarlyViewsOnly } = given;
  const last = worked.get(meeting);
  const isSame = last?.settings === settings && last.asking === asking && last.home === home;
  if (isSame && last.hasEarlyViewsOnly === hasEarlyViewsOnly) return last;
  const { result, fault, leftOut } = configurationOf(meeting, settings, home, asking, hasEarlyViewsOnly);
  if (fault)
    console.error(`policy: left out of the configuration of ${meeting.id}, not acceptable to Infinity: ${fault}`);
  const lack = leftOut.length === 0 ? '' : `, without what Infinity would not accept: ${leftOut.join(', ')}`;
  const now = { ...given, result, lack };
  worked.set(meeting, now);
  return now;
}
