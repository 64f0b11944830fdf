import { describe, expect, it } from 'vitest';
import { messages } from '@/messages/en';
import { deviceAdvice, deviceSteps } from './device-advice';
import type { BrowserName, SystemName } from './device-browser';
import { deviceProblemFor, type Circumstances, type DeviceProblem } from './device-problems';

const failed = (problem: DeviceProblem) => ({ status: 'failed' as const, problem });
const page: Circumstances = { isSecure: true, isFramed: false, isHandedOn: true, permission: 'prompt' };

describe('a device that does not open', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['TypeError', 'other'],
    ['toString', 'other'],
  ])('%s is read as %s', (name, problem) => {
    expect(deviceProblemFor(new DOMException('', name), page)).toBe(problem);
  });

  it.each([null, undefined, 'NotAllowedError', 7])('%j is some other problem', (error) => {
    expect(deviceProblemFor(error, page)).toBe('other');
  });

  it.each<[string, string, Partial<Circumstances>, DeviceProblem]>([
    ['by the visitor', 'Permission denied', { permission: 'denied' }, 'denied'],
    ['by the visitor in Firefox', 'The request is not allowed by the user agent', { isHandedOn: null }, 'denied'],
    ['by nobody: the question was closed', 'Permission dismissed', {}, 'dismissed'],
    ['by the system', 'Permission denied by system', {}, 'denied-by-system'],
    ['by the system, which Safari does not say', '', { permission: 'granted', isHandedOn: null }, 'denied-by-system'],
    ['by the page around ours', 'Permission denied', { isFramed: true, isHandedOn: false }, 'framed'],
    ['in a frame of a browser that does not say why', '', { isFramed: true, isHandedOn: null }, 'framed'],
    ['in a frame that hands it on', 'Permission denied', { isFramed: true }, 'denied'],
    ['because the page is not secure', 'Permission denied', { isSecure: false }, 'insecure'],
  ])('is refused %s', (_, message, circumstances, problem) => {
    const error = new DOMException(message, 'NotAllowedError');
    expect(deviceProblemFor(error, { ...page, ...circumstances })).toBe(problem);
  });

  it('is told by itself where the other works or fails otherwise', () => {
    expect(deviceAdvice({ microphone: { status: 'on' }, camera: failed('in-use') })).toEqual([
      { device: 'camera', problem: 'in-use' },
    ]);
    expect(deviceAdvice({ microphone: failed('missing'), camera: failed('denied') })).toEqual([
      { device: 'microphone', problem: 'missing' },
      { device: 'camera', problem: 'denied' },
    ]);
  });

  it('is told together with the other where both fail alike', () => {
    expect(deviceAdvice({ microphone: failed('denied'), camera: failed('denied') })).toEqual([
      { device: 'both', problem: 'denied' },
    ]);
  });

  it('is not told of while it works, is off or starts', () => {
    expect(deviceAdvice({ microphone: { status: 'off' }, camera: { status: 'starting' } })).toEqual([]);
  });

  it('is told of when it is on and a switch holds it back, and not when it is off anyway', () => {
    const heldBack = { microphone: true, camera: true };
    expect(deviceAdvice({ microphone: { status: 'off' }, camera: { status: 'on' }, heldBack })).toEqual([
      { device: 'camera', problem: 'switched-off' },
    ]);
  });
});

describe('the steps', () => {
  it.each<[DeviceProblem, BrowserName, SystemName, string]>([
    ['denied', 'chrome', 'windows', 'allow-chromium'],
    ['denied', 'edge', 'macos', 'allow-chromium'],
    ['denied', 'firefox', 'linux', 'allow-firefox'],
    ['denied', 'safari', 'macos', 'allow-safari'],
    ['denied', 'safari', 'ios', 'allow-ios-safari'],
    ['denied', 'chrome', 'ios', 'allow-ios-other'],
    ['denied', 'firefox', 'android', 'allow-android'],
    ['denied', 'other', 'other', 'allow-other'],
    ['denied-by-system', 'chrome', 'macos', 'system-macos'],
    ['denied-by-system', 'edge', 'windows', 'system-windows'],
    ['denied-by-system', 'safari', 'ios', 'system-ios'],
    ['denied-by-system', 'firefox', 'linux', 'system-other'],
    ['in-use', 'safari', 'macos', 'in-use'],
  ])('after %s in %s on %s are %s, and there are words for them', (problem, browser, system, steps) => {
    expect(deviceSteps(problem, { browser, system })).toBe(steps);
    expect(messages.devices.steps).toHaveProperty([steps]);
    expect(messages.devices.problem).toHaveProperty([problem]);
  });
});
