import { REQUESTS, type ReportedDecision, type ReportedRequest } from '@/lib/decisions/decision-reports';
import { fieldsOf, type TesterDraft } from './test-parameters';

// A recorded question, to be asked once more.

/** The same question as a recorded one, as far as it was kept; null for a type that this page does not know. */
export function draftOf(decision: ReportedDecision): TesterDraft | null {
  const { alias, location, protocol, asked } = decision;
  const type = REQUESTS.find((known) => known === decision.request);
  if (!type) return null;
  const isAboutAlias = type === 'avatar' || type === 'registration';
  const kept: Record<string, string> = asked === '' ? recordedOf(type, decision) : valuesOf(asked);
  const lacksTicket = kept.call_tag?.endsWith('…') === true;
  if (lacksTicket) delete kept.call_tag;
  const values = { location, protocol, ...kept, ...(isAboutAlias && { alias }) };
  return { type, values, at: '', lacksTicket, others: othersIn(kept, type) };
}

/** What has no field: rooms within rooms, a caller's address with an avatar, and whatever a later release sends. */
function othersIn(kept: Record<string, string>, type: ReportedRequest): Record<string, string> {
  // `alias` is the path's and never a parameter of a node's.
  const known = new Set(['', 'alias', ...fieldsOf(type).map(({ name }) => name)]);
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => !known.has(name) && value !== ''));
}

/** The first value of each key, as a policy server reads them. */
function valuesOf(asked: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(asked)].reverse());
}

function recordedOf(type: ReportedRequest, { alias, caller, callerAlias, meetingId }: ReportedDecision) {
  if (type === 'directory') return { registration_alias: alias };
  const who = { local_alias: alias, remote_display_name: caller, remote_alias: callerAlias };
  return type === 'participant' ? { ...who, service_tag: meetingId ?? '' } : who;
}
