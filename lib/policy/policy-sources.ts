import type { PicturedBy } from '@/lib/avatars/find-avatar';
import type { DirectoryLine } from '@/lib/devices/directory';
import type { DeviceCredentials } from '@/lib/devices/find-device-for-registration';
import type { DirectoryQuestion } from '@/lib/devices/search-directory';
import type { PreparedRules } from '@/lib/media-locations/choose-rule';
import type { NowOrLater } from '@/lib/now-or-later';
import type { KnownConferenceSettings } from '@/lib/settings/current-settings';
import type { PolicySettings } from '@/lib/settings/policy-settings';
import type { PolicyTicket } from './decide-participant';
import type { PolicyMeeting, Settled } from './decide-service-configuration';

/** All that decisions are made from besides the question and the moment, and the few marks they leave. A trial leaves none. */
export interface PolicySources {
  /** What every alias of ours begins with. */
  aliasPrefix(): string;
  conferenceSettings(): NowOrLater<KnownConferenceSettings>;
  policySettings(): NowOrLater<PolicySettings>;
  mediaRules(): NowOrLater<PreparedRules>;
  /** Whether nodes are about whose layouts are not all known to us, one of the release `version` among them. */
  hasOlderNodes(version: string, nowMs: number): boolean;

  lookUpMeeting(
    key: { alias: string } | { id: string },
    admits: (meeting: PolicyMeeting) => boolean,
  ): NowOrLater<PolicyMeeting | null>;
  /** Settles for a conference what nobody has settled yet. @returns what holds, whoever came first. */
  settle(meeting: PolicyMeeting, wanted: Settled): Promise<Settled>;
  /** The conference settings that callers of this meeting were told of a moment ago; undefined when nobody was. */
  toldSettings(meetingId: string): number | undefined;
  /** Callers of this meeting were told of these settings. */
  rememberTold(meetingId: string, settingsId: number): void;

  findTicket(id: string): Promise<PolicyTicket | null>;
  /** False when somebody else took that use at the same moment. */
  takeUse(ticket: PolicyTicket, fingerprint: string, now: Date): Promise<boolean>;

  searchDirectory(question: DirectoryQuestion, now: Date): Promise<DirectoryLine[]>;
  findDevice(alias: string): Promise<DeviceCredentials | null>;
  findAvatar(of: PicturedBy): Promise<string | null>;
  /** A picture of exactly this size as JPEG; null when it is gone. */
  renderAvatar(avatarId: string, width: number, height: number): Promise<Buffer | null>;
}
