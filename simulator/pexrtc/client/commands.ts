import type { Reply, RequestOptions } from './requests';
import { PexRtcSettings } from './settings';
import { fields } from './wire';

type ReplyCallback = (event: ProgressEvent) => void;
type DialCallback = (outcome: { status: string; result: unknown; detail?: unknown }) => void;

/** The requests that change the conference and its participants (pexrtc.md §7). Who may do what, the node decides. */
export abstract class PexRtcCommands extends PexRtcSettings {
  uuid: string | null = null;

  protected abstract request(path: string, options?: RequestOptions): Promise<Reply | null>;
  protected abstract requestBlocking(path: string, body: unknown): Reply | null;

  setConferenceLock = (isLocked: boolean) => this.command(isLocked ? 'lock' : 'unlock');
  setMuteAllGuests = (isMuted: boolean) => this.command(isMuted ? 'muteguests' : 'unmuteguests');
  setGuestsCanUnmute = (setting: boolean, callback?: ReplyCallback) =>
    this.command('set_guests_can_unmute', { setting }, callback);
  startConference = () => this.command('start_conference');
  disconnectAll = () => this.command('disconnect');
  clearAllBuzz = () => this.command('clearallbuzz');
  clearSpotlights = () => this.command('clearspotlights');
  transformLayout = (transforms: unknown, callback?: ReplyCallback) =>
    this.command('transform_layout', { transforms }, callback);
  overrideLayout = (layout: unknown) => this.command('override_layout', layout);
  getAvailableLayouts = (callback: ReplyCallback) => this.query('available_layouts', callback);
  getParticipants = (callback: ReplyCallback) => this.query('participants', callback);
  getMessageText = (callback: ReplyCallback) => this.query('get_message_text', callback);
  setMessageText = (text: string, callback?: ReplyCallback) => this.command('set_message_text', { text }, callback);

  unlockParticipant = (uuid: string) => this.about(uuid, 'unlock');
  disconnectParticipant = (uuid: string) => this.about(uuid, 'disconnect');
  setParticipantMute = (uuid: string, isMuted: boolean) => this.about(uuid, isMuted ? 'mute' : 'unmute');
  videoMuted = (uuid?: string) => this.about(uuid, 'video_muted');
  videoUnmuted = (uuid?: string) => this.about(uuid, 'video_unmuted');
  clientMute = (uuid?: string) => this.about(uuid, 'client_mute');
  clientUnmute = (uuid?: string) => this.about(uuid, 'client_unmute');
  setParticipantRxPresentation = (uuid: string, isAllowed: boolean) =>
    this.about(uuid, isAllowed ? 'allowrxpresentation' : 'denyrxpresentation');
  setParticipantSpotlight = (uuid: string, isOn: boolean) => this.about(uuid, isOn ? 'spotlighton' : 'spotlightoff');
  setParticipantText = (uuid: string, text: string) => this.about(uuid, 'overlaytext', { text });
  setParticipantLayoutGroup = (uuid: string, layout_group: string, callback?: ReplyCallback) =>
    this.about(uuid, 'layout_group', { layout_group }, callback);
  holdParticipant = (uuid: string) => this.about(uuid, 'hold');
  resumeParticipant = (uuid: string) => this.about(uuid, 'resume');
  setBuzz = () => this.about(undefined, 'buzz');
  clearBuzz = (uuid?: string) => this.about(uuid, 'clearbuzz');
  setPresentationInMix = (state: boolean, uuid?: string) => this.about(uuid, 'pres_in_mix', { state });
  requestAspectRatio = (aspect_ratio: number, uuid?: string) =>
    this.about(uuid, 'preferred_aspect_ratio', { aspect_ratio });
  showLiveCaptions = () => this.about(undefined, 'show_live_captions');
  hideLiveCaptions = () => this.about(undefined, 'hide_live_captions');
  notifyNotAFK = () => this.about(undefined, 'notify_not_afk');

  setRole(uuid: string, role: string): void {
    if (role !== 'chair' && role !== 'guest') throw new Error(`Invalid role: ${role}`);
    this.about(uuid, 'role', { role });
  }

  transferParticipant(
    uuid: string,
    alias: string,
    role?: string,
    pin?: string,
    callback?: (result: unknown) => void,
  ): void {
    const body = { conference_alias: alias, ...(role ? { role, ...(pin ? { pin } : {}) } : {}) };
    void this.request(`participants/${uuid}/transfer`, { body }).then((reply) => {
      callback?.(reply?.status === 200 ? reply.result : false);
    });
  }

  /** Without a callback it blocks the page and returns the parsed reply, as the genuine one does. */
  dialOut(destination: string, protocol?: string, role?: string, callback?: DialCallback, params?: unknown): unknown {
    const extra = typeof params === 'string' ? { presentation_url: params } : fields(params);
    const isGuest = role?.toLowerCase() === 'guest';
    const body = { destination, protocol: protocol || 'auto', ...(isGuest ? { role: 'guest' } : {}), ...extra };
    if (!callback) return this.dialBlocking(body);
    void this.request('dial', { body }).then((reply) => {
      if (reply?.status === 200) callback({ status: 'success', result: reply.result });
      else callback({ status: 'failed', result: [], detail: reply?.result });
    });
    return undefined;
  }

  private dialBlocking(body: unknown): unknown {
    const reply = this.requestBlocking('dial', body);
    return reply && { status: reply.isSuccess ? 'success' : 'failed', result: reply.result };
  }

  sendChatMessage(payload: string, uuid?: string, type = 'text/plain'): void {
    const path = uuid ? `participants/${uuid}/message` : 'message';
    this.command(path, { type, payload });
  }

  sendApplicationMessage(message: unknown, uuid?: string): void {
    this.sendChatMessage(JSON.stringify(message), uuid, 'application/json');
  }

  protected about(uuid: string | undefined, action: string, body: unknown = {}, callback?: ReplyCallback): void {
    this.command(`participants/${uuid ?? this.uuid ?? ''}/${action}`, body, callback);
  }

  private command(path: string, body: unknown = {}, callback?: ReplyCallback): void {
    void this.request(path, { body }).then((reply) => reply && callback?.(reply.event));
  }

  private query(path: string, callback: ReplyCallback): void {
    void this.request(path, { method: 'GET' }).then((reply) => reply && callback(reply.event));
  }
}
