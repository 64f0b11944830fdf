import { defaultTexts } from './texts';
import type { Fields, Participant } from './wire';

type Callback<Arguments extends unknown[] = []> = ((...values: Arguments) => void) | null;
export type PinStatus = 'none' | 'required' | 'optional';

/** The fields and callbacks an application sets (pexrtc.md §3 and §5), with the genuine defaults. */
export class PexRtcSettings {
  pin: string | null = null;
  call_tag: string | null = null;
  audio_source: string | boolean | null = null;
  video_source: string | boolean | null = null;
  user_media_stream: MediaStream | null = null;
  user_presentation_stream: MediaStream | null = null;
  recv_audio = true;
  recv_video = true;
  bandwidth_in: number | null = null;
  bandwidth_out: number | null = null;
  force_hd: number | boolean = 720;
  default_stun: string | null = null;
  turn_server: Fields | Fields[] | null = null;
  oneTimeToken: string | null = null;
  registration_token: string | null = null;
  conference_extension: string | null = null;
  basic_username: string | null = null;
  basic_password: string | null = null;
  client_id = 'PexRTC';
  fecc_supported = false;
  png_presentation = false;
  screenshare_fps = 15;
  autoGainControl = true;
  echoCancellation = true;
  noiseSuppression = true;
  sampleRate: number | undefined = undefined;
  xhr_timeout = 10_000;
  presentation_in_main: boolean | undefined = undefined;
  trans = defaultTexts();

  onSetup: Callback<[stream: MediaStream | null | undefined, pinStatus: PinStatus, extension: unknown, idp: unknown]> =
    null;
  onConnect: Callback<[stream?: MediaStream | null]> = null;
  onError: Callback<[text: string]> = null;
  onDisconnect: Callback<[reason: string]> = null;
  onCallDisconnect: Callback<[reason: string]> = null;
  onCallTransfer: Callback<[alias: string]> = null;
  onRoleUpdate: Callback<[role: string]> = null;
  onSyncBegin: Callback = null;
  onSyncEnd: Callback = null;
  onParticipantCreate: Callback<[participant: Participant]> = null;
  onParticipantUpdate: Callback<[participant: Participant]> = null;
  onParticipantDelete: Callback<[participant: { uuid: string }]> = null;
  onRosterList: Callback<[roster: Participant[]]> = null;
  onConferenceUpdate: Callback<[conference: Fields]> = null;
  onLayoutUpdate: Callback<[layout: Fields]> = null;
  onStageUpdate: Callback<[stage: unknown]> = null;
  onChatMessage: Callback<[message: Fields]> = null;
  onDirectMessage: Callback<[message: Fields]> = null;
  onApplicationMessage: Callback<[message: Fields]> = null;
  onPresentation: Callback<[isActive: boolean, presenter: string | null, uuid?: string, source?: string]> = null;
  onPresentationConnected: Callback<[stream: MediaStream]> = null;
  onPresentationDisconnected: Callback<[reason: string]> = null;
  onPresentationReload: Callback<[url: string]> = null;
  onScreenshareConnected: Callback<[stream: MediaStream]> = null;
  onScreenshareStopped: Callback<[reason: string]> = null;
  onFECC: Callback<[command: unknown]> = null;
  onLiveCaptions: Callback<[captions: unknown]> = null;
  onIceRestart: Callback = null;
  onLog: (...values: unknown[]) => void = (...values) => console.log(...values);
}
