import { expect, it, vi } from 'vitest';
import { unknownConference, type ConferenceFacts } from '@/lib/call/conference';
import { allOff, type DeviceStatus } from '@/lib/call/media';
import type { Participant } from '@/lib/call/roster';
import type { CallView } from '@/lib/call/use-call';
import { participant } from '@/lib/testing/participant';
import { commandsFor } from './use-commands';

// What a session is told to do is noted; nothing else of it is looked at.

vi.stubGlobal('navigator', {});

const off: DeviceStatus = { status: 'off' };

function commandsOf(self: Partial<Participant>, microphone: DeviceStatus = off, facts: Partial<ConferenceFacts> = {}) {
  const done: string[] = [];
  const session = {
    turn: (device: string, on: boolean) => done.push(`${device} ${on}`),
    unmute: (id: string) => done.push(`unmute ${id}`),
  };
  const view = { meeting: null, devices: { ...allOff, microphone }, session } as unknown as CallView;
  const people = new Map([['me', participant(self)]]);
  const conference = { ...unknownConference, ...facts, selfId: 'me', roster: { people, incoming: null } };
  const commands = commandsFor(view, { phase: 'in-call', link: 'steady', remoteStream: null, conference });
  return { ...commands, done };
}

it('a guest whom a host muted has no way to unmute, nor by a key', () => {
  const { microphoneLabel, mayUnmute, mayTalk, toggleMicrophone, done } = commandsOf({ isMutedByHost: true });
  toggleMicrophone();
  expect([microphoneLabel, mayUnmute, mayTalk, done]).toEqual(['bar.blocked', false, false, []]);
});

it('a guest whom a host muted unmutes by one press where the conference lets guests', () => {
  const { microphoneLabel, mayUnmute, mayTalk, toggleMicrophone, done } = commandsOf({ isMutedByHost: true }, off, {
    mayGuestsUnmute: true,
  });
  toggleMicrophone();
  expect([microphoneLabel, mayUnmute, mayTalk, done]).toEqual(['unmute', true, false, ['unmute me']]);
});

it('a host whom a host muted unmutes by one press', () => {
  const { microphoneLabel, mayUnmute, toggleMicrophone, done } = commandsOf({ role: 'host', isMutedByHost: true });
  toggleMicrophone();
  expect([microphoneLabel, mayUnmute, done]).toEqual(['unmute', true, ['unmute me']]);
});

it('whose mute a host has lifted turns the microphone on', () => {
  const { microphoneLabel, toggleMicrophone, done } = commandsOf({});
  toggleMicrophone();
  expect([microphoneLabel, done]).toEqual(['unmute', ['microphone true']]);
});

it.each([
  ['off', true],
  ['failed', true],
  ['starting', false],
  ['on', false],
] as const)('with a microphone that is %s, push-to-talk: %s', (status, mayTalk) => {
  const microphone: DeviceStatus = status === 'failed' ? { status, problem: 'missing' } : { status };
  expect(commandsOf({}, microphone).mayTalk).toBe(mayTalk);
});
