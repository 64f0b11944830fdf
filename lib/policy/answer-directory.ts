import { errorOnce } from '@/lib/error-once';
import { decideRegistration } from './decide-registration';
import { DirectoryEntry, RegistrationCredentials } from './infinity-rules';
import { envelope, type PolicyAnswer } from './policy-answer';
import type { PolicySources } from './policy-sources';

/** Who a registered device may call, best match first. Entries of Infinity's own are shown as well. */
export async function answerDirectory(
  { q, limit, askingAlias }: { q: string; limit: number; askingAlias: string },
  sources: PolicySources,
  now: Date,
): Promise<PolicyAnswer> {
  const found = await sources.searchDirectory({ q, limit, askingAlias }, now);
  // One entry that Infinity would not accept costs the whole list, so it is left out rather than sent.
  const good = found.filter((entry) => DirectoryEntry.safeParse(entry).success);
  const bad = found.length - good.length;
  if (bad > 0) errorOnce(`policy: ${bad} of the directory for ${JSON.stringify(askingAlias)} left out, not acceptable`);
  const result = good.slice(0, limit);
  return {
    outcome: 'entries',
    reason: `${result.length} found${bad > 0 ? `, ${bad} left out that Infinity would not accept` : ''}`,
    alias: askingAlias,
    meetingId: null,
    content: envelope({ result, ignore_local: false }),
  };
}

/** How a device may register. */
export async function answerRegistration(
  { alias, isSingleSignOn }: { alias: string; isSingleSignOn: boolean },
  sources: PolicySources,
): Promise<PolicyAnswer> {
  const { otherDevices } = await sources.policySettings();
  const device = await sources.findDevice(alias);
  const decision = decideRegistration(device, isSingleSignOn, otherDevices);
  const about = { outcome: decision.action, reason: decision.reason, alias, meetingId: null };
  if (decision.action === 'credentials') {
    const { username, password } = decision;
    const result = RegistrationCredentials.parse({ username, password });
    return { ...about, content: envelope({ action: 'continue', result }) };
  }
  // The empty result has to be there (policy-api.md §8, D).
  return { ...about, content: envelope({ action: decision.action, result: {} }) };
}
