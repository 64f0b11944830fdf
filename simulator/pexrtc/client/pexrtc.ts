import { PexRtcMedia } from './pexrtc-media';
import { conferenceUrl } from './node-address';
import type { Reply } from './requests';
import { Session } from './session';
import { tokenRequest } from './token-request';
import { fields, text, type Fields } from './wire';
import { handleConferenceEvent } from './conference-events';

const REJOIN_AFTER_MS = 500;

/** The whole client: a call's life from makeCall to disconnect (pexrtc.md §2 and §8). */
export class PexRTC extends PexRtcMedia {
  /** Set by the script's entry: the origin it was loaded from. */
  static scriptOrigin = '';

  makeCall(node: string, conference: string, name: string, bandwidth?: number | null, call_type?: string): void {
    this.session?.close(null);
    this.state = 'ACTIVE';
    this.error = null;
    this.pin_status = 'none';
    this.dialled = { node, conference, name, bandwidth: bandwidth ?? null, callType: call_type ?? 'video' };
    if (bandwidth) this.bandwidth_in = this.bandwidth_out = bandwidth;
    const session: Session = new Session(conferenceUrl(node, conference, PexRTC.scriptOrigin), this, {
      onEvent: (name_, data, id) => this.isCurrent(session) && this.onEvent(session, name_, data, id),
      onRefreshed: (result) => this.isCurrent(session) && this.onRefreshed(session, result),
      onRefused: (reason) => this.isCurrent(session) && this.endedByNode(() => this.fail(reason)),
      onUnreachable: () => this.isCurrent(session) && this.fail(this.trans.ERROR_CONNECTING),
    });
    this.session = session;
    void this.enter(session, true);
  }

  /** The application's answer to onSetup. One step is taken per call, in this order: PIN, extension, media. */
  connect(pin?: string | null, extension?: string | null): void {
    const session = this.session;
    if (!session || this.state !== 'ACTIVE') return;
    if (session.token) return void this.connectMedia();
    if (this.pin_status !== 'none') this.pin = pin || 'none';
    else if (extension) this.conference_extension = extension;
    void this.enter(session, false);
  }

  addCall(call_type?: string): void {
    if (this.session) void this.setUpMedia(this.session, call_type ?? 'video');
  }

  disconnectCall(): void {
    this.endMedia('later');
  }

  disconnect(reason?: string): void {
    if (this.state !== 'ACTIVE') return;
    this.state = 'DISCONNECTING';
    this.share.clear();
    this.endMedia('blocking');
    this.closeSession({ ...(this.error ? { error: this.error } : {}), ...(reason ? { reason } : {}) });
  }

  private async enter(session: Session, isFirst: boolean): Promise<void> {
    const reply = await session.requestToken(tokenRequest(this, this.dialled), this.pin);
    this.oneTimeToken = null;
    const result = fields(reply?.result);
    // The application hung up meanwhile: give the token back as soon as it is here.
    if (!this.isCurrent(session)) return reply?.status === 200 ? this.releaseLate(session, result) : undefined;
    if (!reply) return;
    if (reply.status !== 200) return this.askOrFail(session, reply, isFirst);
    this.adoptSession(session, result);
    if (isFirst) return void this.setUpMedia(session, this.dialled.callType);
    if (this.pin_status !== 'none') return void this.connectMedia();
    this.onSetup?.(this.localStream, 'none', null, null);
  }

  private askOrFail(session: Session, reply: Reply, isFirst: boolean): void {
    const asked = fields(reply.result);
    if (reply.isSuccess && asked.pin && isFirst) {
      this.pin_status = asked.guest_pin === 'none' ? 'optional' : 'required';
      return void this.setUpMedia(session, this.dialled.callType);
    }
    if (reply.isSuccess && asked.conference_extension) {
      this.pin_status = 'none';
      return this.onSetup?.(this.localStream, 'none', asked.conference_extension_type ?? 'standard', null);
    }
    const isUnknownExtension = reply.status === 404 && this.conference_extension;
    const reason = text(reply.result) || (asked.idp ? this.trans.ERROR_SSO_AUTHENTICATION : 'Invalid PIN');
    this.endedByNode(() =>
      this.fail(isUnknownExtension ? this.trans.ERROR_CONNECTING_EXTENSION : this.trans.ERROR_CALL_FAILED + reason),
    );
  }

  private adoptSession(session: Session, result: Fields): void {
    this.adoptConference(result);
    session.begin(result);
    void session.request('conference_status', { method: 'GET' }).then((reply) => {
      if (reply?.status === 200 && this.isCurrent(session)) this.updateConference(fields(reply.result));
    });
  }

  private releaseLate(session: Session, result: Fields): void {
    session.token = text(result.token);
    session.close({});
  }

  private onEvent(session: Session, name: string, data: unknown, id: string): void {
    this.onLog('event', name);
    const surroundings = {
      settings: this,
      roster: this.rosterList,
      url: session.url,
      onRemoteDisconnect: (reason: string) => this.endedByNode(() => this.onDisconnect?.(reason)),
      onCallDisconnected: (reason: string) => this.onMediaEnded(reason),
      onTransfer: (alias: string, token: string) => this.follow(alias, token),
      onConference: (status: Fields) => this.updateConference(status),
      onFloorTaken: () => this.share.lose(),
      onSlidesEnded: () => this.forgetSlides(),
    };
    handleConferenceEvent(surroundings, name, data, id);
  }

  /** The participant is gone at the node already: clean up, then tell the application. */
  private endedByNode(tell: () => void): void {
    this.state = 'DISCONNECTING';
    this.share.clear();
    this.endMedia('nobody');
    this.closeSession(null);
    tell();
  }

  private closeSession(release: Fields | null): void {
    this.session?.close(release);
    this.session = null;
    this.stopLocalMedia();
  }

  private follow(alias: string, token: string): void {
    const { node, name, bandwidth, callType } = this.dialled;
    this.onCallTransfer?.(alias);
    this.disconnect('Call transferred');
    this.oneTimeToken = token;
    this.pin = null;
    window.setTimeout(() => this.makeCall(node, alias, name, bandwidth, callType), REJOIN_AFTER_MS);
  }
}
