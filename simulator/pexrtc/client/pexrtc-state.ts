import { PexRtcCommands } from './commands';
import type { Reply, RequestOptions } from './requests';
import type { Session } from './session';
import type { PinStatus } from './settings';
import { fields, participant, text, type Fields, type Participant } from './wire';

interface Dialled {
  node: string;
  conference: string;
  name: string;
  bandwidth: number | null;
  callType: string;
}

/** What the client knows of its stay in a conference; read-only for the application (pexrtc.md §3). */
export abstract class PexRtcState extends PexRtcCommands {
  state: 'IDLE' | 'ACTIVE' | 'DISCONNECTING' = 'IDLE';
  role: string | null = null;
  version: Fields | null = null;
  service_type: string | null = null;
  current_service_type: string | null = null;
  conference_name: string | null = null;
  chat_enabled = false;
  guests_can_present = true;
  fecc_enabled = false;
  rtmp_enabled = false;
  rtsp_enabled = false;
  analytics_enabled = false;
  live_captions_available = false;
  breakout_rooms = false;
  direct_media = false;
  remote_call_type: string | null = null;
  rosterList: Record<string, Participant> = {};
  pin_status: PinStatus = 'none';
  error: string | null = null;

  protected session: Session | null = null;
  protected dialled: Dialled = { node: '', conference: '', name: '', bandwidth: null, callType: 'video' };
  private iceServers: RTCIceServer[] = [];

  get token(): string | null {
    return this.session?.token ?? null;
  }

  getVersion(): string {
    return `${text(this.version?.version_id)} (${text(this.version?.pseudo_version)})`;
  }

  getRosterList(): Participant[] {
    return Object.values(this.rosterList);
  }

  getPresentationURL(): string {
    return `${this.session?.url ?? ''}presentation.jpeg?token=${encodeURIComponent(this.token ?? '')}`;
  }

  protected async request(path: string, options?: RequestOptions): Promise<Reply | null> {
    return (await this.session?.request(path, options)) ?? null;
  }

  protected requestBlocking(path: string, body: unknown): Reply | null {
    return this.session?.requestBlocking(path, body) ?? null;
  }

  protected isCurrent(session: Session): boolean {
    return this.session === session && session.isOpen;
  }

  protected fail(text: string): void {
    this.onError?.(text);
  }

  protected onRefreshed(session: Session, result: Fields): void {
    const role = text(result.role);
    if (!role || role === this.role) return;
    this.role = role;
    this.onRoleUpdate?.(role);
    void session.request('participants', { method: 'GET' }).then((reply) => {
      if (!this.isCurrent(session) || !Array.isArray(reply?.result)) return;
      for (const member of reply.result.flatMap((found) => participant(found) ?? [])) {
        this.rosterList[member.uuid] = member;
        this.onParticipantUpdate?.(member);
      }
    });
  }

  protected updateConference(status: Fields): void {
    this.direct_media = status.direct_media === true;
    this.live_captions_available = status.live_captions_available === true;
    this.onConferenceUpdate?.(status);
  }

  protected adoptConference(result: Fields): void {
    this.uuid = text(result.participant_uuid);
    this.role = text(result.role);
    this.version = fields(result.version);
    this.service_type = text(result.service_type);
    this.current_service_type = text(result.current_service_type);
    this.conference_name = text(result.conference_name);
    this.remote_call_type = text(result.call_type);
    this.chat_enabled = result.chat_enabled === true;
    this.guests_can_present = result.guests_can_present !== false;
    this.rosterList = {};
    this.iceServers = [...iceServers(result.stun), ...iceServers(result.turn)];
  }

  protected iceConfiguration(): RTCConfiguration {
    const own = this.default_stun ? [{ urls: this.default_stun }] : [];
    return { iceServers: [...own, ...iceServers(this.turn_server), ...this.iceServers] };
  }
}

/** One server or a list, with addresses under `url` or `urls`. */
function iceServers(value: unknown): RTCIceServer[] {
  const list: unknown[] = Array.isArray(value) ? value : value ? [value] : [];
  return list.flatMap((entry) => {
    const { url, urls, username, credential } = fields(entry);
    const addresses = [urls ?? url].flat().filter((address) => typeof address === 'string');
    if (addresses.length === 0) return [];
    return [{ urls: addresses, username: text(username) || undefined, credential: text(credential) || undefined }];
  });
}
