import type { PexRtcSettings } from './settings';
import { fields, participant, text, type Fields, type Participant } from './wire';

export interface EventSurroundings {
  settings: PexRtcSettings;
  roster: Record<string, Participant>;
  url: string;
  onRemoteDisconnect(reason: string): void;
  onCallDisconnected(reason: string): void;
  onTransfer(alias: string, token: string): void;
  onConference(status: Fields): void;
  onFloorTaken(): void;
  /** True when slides were being received. */
  onSlidesEnded(): boolean;
}

type Handler = (on: EventSurroundings, data: unknown, id: string) => void;

/** What each event of the stream means to the application (client-api.md §4, pexrtc.md §5). */
const HANDLERS: Record<string, Handler> = {
  participant_sync_begin: ({ settings, roster }) => {
    for (const uuid of Object.keys(roster)) delete roster[uuid];
    settings.onSyncBegin?.();
  },
  participant_sync_end: ({ settings, roster }) => {
    // Infinity 36 repeats everybody at the end of each sync.
    for (const member of Object.values(roster)) settings.onParticipantCreate?.(member);
    settings.onSyncEnd?.();
    settings.onRosterList?.(Object.values(roster));
  },
  participant_create: (on, data) => place(on, data, 'onParticipantCreate'),
  participant_update: (on, data) => place(on, data, 'onParticipantUpdate'),
  participant_delete: ({ settings, roster }, data) => {
    const member = participant(data);
    if (!member) return;
    delete roster[member.uuid];
    settings.onParticipantDelete?.({ uuid: member.uuid });
    settings.onRosterList?.(Object.values(roster));
  },
  conference_update: ({ onConference }, data) => onConference(fields(data)),
  layout: ({ settings }, data) => settings.onLayoutUpdate?.(fields(data)),
  stage: ({ settings }, data) => settings.onStageUpdate?.(data),
  message_received: ({ settings }, data) => {
    const message = fields(data);
    const isText = message.type === 'text/plain';
    if (isText && message.direct !== true) settings.onChatMessage?.(message);
    else if (isText && settings.onDirectMessage) settings.onDirectMessage(message);
    else settings.onApplicationMessage?.(message);
  },
  presentation_start: (on, data) => {
    const start = fields(data);
    on.onFloorTaken();
    // Three empty strings say only that the floor was taken away.
    if (!text(start.presenter_uuid)) return;
    const presenter = `${text(start.presenter_name)} <${text(start.presenter_uri)}>`;
    on.settings.onPresentation?.(true, presenter, text(start.presenter_uuid), text(start.presenter_source));
  },
  presentation_stop: ({ settings, onSlidesEnded }) => {
    if (onSlidesEnded()) settings.onPresentationDisconnected?.(settings.trans.ERROR_PRESENTATION_ENDED);
    settings.onPresentation?.(false, null);
  },
  presentation_frame: ({ settings, url }, _data, id) =>
    settings.onPresentationReload?.(
      `${url}presentation.${settings.png_presentation ? 'png' : 'jpeg'}?id=${encodeURIComponent(id)}`,
    ),
  disconnect: ({ settings, onRemoteDisconnect }, data) =>
    onRemoteDisconnect(text(fields(data).reason) || settings.trans.ERROR_DISCONNECTED),
  call_disconnected: (on, data) => on.onCallDisconnected(text(fields(data).reason)),
  refer: (on, data) => on.onTransfer(text(fields(data).alias), text(fields(data).token)),
  fecc: ({ settings }, data) => settings.fecc_supported && settings.onFECC?.(data),
  live_captions: ({ settings }, data) => settings.onLiveCaptions?.(data),
};

export function handleConferenceEvent(on: EventSurroundings, name: string, data: unknown, id: string): void {
  HANDLERS[name]?.(on, data, id);
}

function place(
  { settings, roster }: EventSurroundings,
  data: unknown,
  callback: 'onParticipantCreate' | 'onParticipantUpdate',
): void {
  const member = participant(data);
  if (!member) return;
  roster[member.uuid] = member;
  settings[callback]?.(member);
  settings.onRosterList?.(Object.values(roster));
}
