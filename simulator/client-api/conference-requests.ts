import { z } from 'zod';
import type { ConferenceAction } from '../conference/reduce-conference';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { clientLayouts } from '../policy/layout-names';
import { clientRoute, forHosts, type ClientHandler } from './client-request';
import { dial } from './dial-request';
import { badBody, success } from './replies';
import { wireConferenceStatus } from './wire-conference';
import { wireParticipant } from './wire-participant';

const settingSchema = z.looseObject({ setting: z.boolean() });
const transformsSchema = z.looseObject({ transforms: z.looseObject({ layout: z.string().optional() }) });

/** A host's command that takes no body and answers `true`. */
const command = (action: ConferenceAction): ClientHandler =>
  forHosts(({ conference }) => {
    conference.dispatch(action);
    return success(true);
  });

const setGuestsCanUnmute = forHosts(({ conference, body }) => {
  const parsed = settingSchema.safeParse(body);
  if (!parsed.success) return badBody('setting');
  conference.dispatch({ type: 'conference-changed', change: { guestsCanUnmute: parsed.data.setting } });
  return success(true);
});

const transformLayout = forHosts(({ conference, body }) => {
  const parsed = transformsSchema.safeParse(body);
  if (!parsed.success) return badBody('transforms');
  const { layout } = parsed.data.transforms;
  if (layout !== undefined && !clientLayouts.includes(layout)) return badBody('transforms.layout');
  if (layout !== undefined) conference.dispatch({ type: 'conference-changed', change: { layout } });
  return success(true);
});

const layoutSvgs = () =>
  Object.fromEntries(
    clientLayouts.map((name) => [
      name,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><text x="80" y="50" text-anchor="middle">${name}</text></svg>`,
    ]),
  );

const commands: Record<string, ConferenceAction> = {
  lock: { type: 'conference-changed', change: { isLocked: true } },
  unlock: { type: 'conference-changed', change: { isLocked: false } },
  muteguests: { type: 'guests-muted', isMuted: true },
  unmuteguests: { type: 'guests-muted', isMuted: false },
  start_conference: { type: 'conference-changed', change: { isStartedByHand: true } },
  disconnect: { type: 'everyone-left', reason: 'Conference terminated by another participant' },
  clearallbuzz: { type: 'buzzes-cleared' },
  clearspotlights: { type: 'spotlights-cleared' },
};

/** Requests about the conference as a whole, client-api.md §7. */
export function conferenceRoutes(deployment: Deployment): Route[] {
  const get = (path: string, handle: ClientHandler) => clientRoute(deployment, 'GET', path, handle);
  const post = (path: string, handle: ClientHandler) => clientRoute(deployment, 'POST', path, handle);
  return [
    get('conference_status', ({ conference }) => success(wireConferenceStatus(conference.state))),
    get('participants', ({ conference: { state }, caller }) =>
      success([...state.participants.values()].map((participant) => wireParticipant(state, participant, caller))),
    ),
    get('available_layouts', () => success(clientLayouts)),
    get('layout_svgs', () => success(layoutSvgs())),
    // Both clients take 204 for "no theme"; with and without the closing slash.
    get('theme/', () => ({ status: 204 })),
    get('theme', () => ({ status: 204 })),
    ...Object.entries(commands).map(([path, action]) => post(path, command(action))),
    post('set_guests_can_unmute', setGuestsCanUnmute),
    post('transform_layout', transformLayout),
    post('dial', dial),
  ];
}
