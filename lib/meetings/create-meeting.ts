import type { Settings } from '@/lib/config/env';
import { newAlias, randomText } from './alias';
import { hashHostKey, newHostKey, newHostPin } from './host-secrets';
import { insertMeeting, type StoredMeeting } from './meeting-store';
import { planWindow } from './plan-window';
import type { CreateMeetingBody } from './schemas';

/** Who asks: an agent, or a visitor who is nobody yet but may have said a name and speaks a language. */
export interface Creator {
  agentId: string | null;
  language: string | null;
}

export type CreatedMeeting =
  { ok: true; meeting: StoredMeeting; hostKey: string } | { ok: false; field: string; message: string };

type Rules = Pick<Settings, 'aliasPrefix' | 'longestMeetingMs' | 'farthestStartMs'>;

/** Brings a meeting into being: nothing has to be configured anywhere else before someone can dial it. */
export async function createMeeting(
  wish: CreateMeetingBody,
  creator: Creator,
  rules: Rules,
  now: Date,
): Promise<CreatedMeeting> {
  const window = planWindow(wish, now, rules);
  if (!window.ok) return window;
  const hostKey = newHostKey();
  const meeting = await insertMeeting({
    alias: newAlias(rules.aliasPrefix),
    // It is never erased, and what a stranger writes may be about themselves.
    serviceName: newServiceName(creator.agentId ? wish.topic : undefined),
    topic: wish.topic,
    validFrom: window.validFrom,
    validUntil: window.validUntil,
    hostPin: newHostPin(),
    hostKeyHash: hashHostKey(hostKey),
    isLobby: wish.lobby ?? false,
    isInvitationRequired: wish.isInvitationRequired ?? false,
    createdByAgentId: creator.agentId,
    visitorName: creator.agentId ? null : wish.displayName,
    visitorLanguage: creator.language,
  });
  return { ok: true, meeting, hostKey };
}

/** Infinity knows a meeting by this and nothing else, so 60 random bits keep it unique for ever; the topic is for people. */
function newServiceName(topic = 'Call'): string {
  const code = randomText(12).toUpperCase();
  // By characters, not by halves of one: a cut emoji would be no text that Infinity takes.
  const title = Array.from(topic).slice(0, 80).join('');
  return `${title} ${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
