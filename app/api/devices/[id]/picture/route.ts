import { z } from 'zod';
import { currentAgent } from '@/lib/auth/require-agent';
import type { AvatarOwner } from '@/lib/avatars/avatar-store';
import { acceptPicture, answerPicture, removePicture } from '@/lib/avatars/picture-routes';
import { handle, handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

type Context = { params: Promise<{ id: string }> };

/** The device's picture, for the desk. */
export const GET = handle<Context>(async (request, { params }) => {
  if (!(await currentAgent())) return problem(401, 'unauthorized', 'Sign in to see pictures.');
  const device = readOwner((await params).id);
  return device ? answerPicture(request, device) : unknown();
});

/** Gives the device a picture: the body is the file. */
export const PUT = handleWrite<Context>(async (request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change pictures.');
  const device = readOwner((await params).id);
  return device ? acceptPicture(request, device, agent) : unknown();
});

/** Takes the picture away. */
export const DELETE = handleWrite<Context>(async (_request, { params }) => {
  const agent = await currentAgent();
  if (!agent) return problem(401, 'unauthorized', 'Sign in to change pictures.');
  const device = readOwner((await params).id);
  return device ? removePicture(device, agent) : unknown();
});

function readOwner(id: string): AvatarOwner | null {
  return z.uuid().safeParse(id).success ? { kind: 'device', id } : null;
}

function unknown(): Response {
  return problem(404, 'not-found', 'This device does not exist any more.');
}
