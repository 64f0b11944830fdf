import { z } from 'zod';
import { rosterAvatar } from '../avatars/roster-avatar';
import { mayPresent, type Participant } from '../conference/conference-state';
import type { ParticipantChange } from '../conference/reduce-conference';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { about, clientRoute, forHosts, forSelf, forSelfOrHosts, type ClientHandler } from './client-request';
import { badBody, hostsOnly, presentationRefused, refusal, success } from './replies';

const roleSchema = z.looseObject({ role: z.enum(['chair', 'host', 'guest']) });
/** What clients are served; they scale it. */
const avatarSize = { width: 100, height: 100 };

const textSchema = z.looseObject({ text: z.string().max(250) });

type ChangeOf = (target: Participant) => ParticipantChange;
type Guard = typeof forSelfOrHosts;

const hostsAbout: Guard = (handle) => forHosts(about(handle));
const selfAbout: Guard = (handle) => forSelf(about(handle));

/** A request without a body that changes something about a participant and answers `true`. */
const changing = (guard: Guard, changeOf: ChangeOf): ClientHandler =>
  guard(({ conference }, target) => {
    conference.dispatch({ type: 'participant-changed', uuid: target.uuid, change: changeOf(target) });
    return success(true);
  });

const unmute = forSelfOrHosts(({ conference, caller }, target) => {
  const { areGuestsMuted, guestsCanUnmute } = conference.state;
  if (caller.role === 'guest' && areGuestsMuted && !guestsCanUnmute) return hostsOnly;
  conference.dispatch({ type: 'participant-changed', uuid: target.uuid, change: { isMuted: false } });
  return success(true);
});

const disconnect = forSelfOrHosts(({ conference, caller }, target) => {
  const isOwnWish = target.uuid === caller.uuid;
  const reason = isOwnWish ? 'Call disconnected' : 'Disconnected by another participant';
  conference.dispatch({ type: 'left', uuid: target.uuid, reason, isOwnWish });
  return success(true);
});

const setRole = hostsAbout(({ conference, body }, target) => {
  const parsed = roleSchema.safeParse(body);
  if (!parsed.success) return badBody('role');
  const role = parsed.data.role === 'guest' ? 'guest' : 'chair';
  conference.dispatch({ type: 'participant-changed', uuid: target.uuid, change: { role } });
  // Clients learn their own role from a refresh; this makes them do one at once.
  conference.send(target.uuid, [{ event: 'refresh_token', data: null }]);
  return success(true);
});

const setOverlayText = forSelfOrHosts(({ conference, body }, target) => {
  const parsed = textSchema.safeParse(body);
  if (!parsed.success) return badBody('text');
  conference.dispatch({ type: 'participant-changed', uuid: target.uuid, change: { overlayText: parsed.data.text } });
  return success(true);
});

const takeFloor = selfAbout(({ conference }, target) => {
  if (!mayPresent(conference.state, target)) return presentationRefused;
  conference.dispatch({ type: 'floor-taken', uuid: target.uuid });
  return success(null);
});

const releaseFloor = selfAbout(({ conference }, target) => {
  conference.dispatch({ type: 'floor-released', uuid: target.uuid });
  return success(null);
});

const avatar = about(async ({ deployment, conference }, target) => {
  const bytes = await rosterAvatar(deployment, conference, target, avatarSize);
  return bytes ? { status: 200, bytes, contentType: 'image/jpeg' } : refusal(404, 'No image available');
});

const changes: Record<string, [Guard, ChangeOf]> = {
  mute: [forSelfOrHosts, () => ({ isMuted: true })],
  video_muted: [forSelfOrHosts, () => ({ isVideoMuted: true })],
  video_unmuted: [forSelfOrHosts, () => ({ isVideoMuted: false })],
  client_mute: [forSelfOrHosts, () => ({ isClientMuted: true })],
  client_unmute: [forSelfOrHosts, () => ({ isClientMuted: false })],
  buzz: [forSelfOrHosts, ({ buzzedAt }) => ({ buzzedAt: buzzedAt || Date.now() })],
  clearbuzz: [forSelfOrHosts, () => ({ buzzedAt: 0 })],
  spotlighton: [hostsAbout, () => ({ spotlightAt: Date.now() })],
  spotlightoff: [hostsAbout, () => ({ spotlightAt: 0 })],
  allowrxpresentation: [hostsAbout, () => ({ receivesPresentation: true })],
  denyrxpresentation: [hostsAbout, () => ({ receivesPresentation: false })],
  unlock: [hostsAbout, () => ({ isAdmitted: true })],
};

/** Accepted and without effect: there is one mix, one layout, and nobody who would turn his camera. */
const withoutEffect = [
  'layout_group',
  'pres_in_mix',
  'studiosound',
  'preferred_aspect_ratio',
  'notify_not_afk',
  'fecc',
];

/** Requests about one participant, client-api.md §7. */
export function participantRoutes(deployment: Deployment): Route[] {
  const post = (path: string, handle: ClientHandler) =>
    clientRoute(deployment, 'POST', `participants/:uuid/${path}`, handle);
  return [
    ...Object.entries(changes).map(([path, [guard, changeOf]]) => post(path, changing(guard, changeOf))),
    ...withoutEffect.map((path) =>
      post(
        path,
        forSelfOrHosts(() => success(true)),
      ),
    ),
    post('unmute', unmute),
    post('disconnect', disconnect),
    post('role', setRole),
    post('overlaytext', setOverlayText),
    post('take_floor', takeFloor),
    post('release_floor', releaseFloor),
    post(
      'transfer',
      forHosts(() => refusal(403, 'transfer failed')),
    ),
    clientRoute(deployment, 'GET', 'participants/:uuid/avatar.jpg', avatar),
  ];
}
