import type { VisitorBrowser } from './device-browser';
import type { DeviceKind, DeviceProblem } from './device-problems';
import type { MediaSnapshot } from './media';

/** Which device does not work and why; what is wrong and what to do is said by `devices`. */
export interface DeviceAdvice {
  device: DeviceKind | 'both';
  problem: DeviceProblem;
}

type Devices = Pick<MediaSnapshot, DeviceKind> & Partial<Pick<MediaSnapshot, 'heldBack'>>;

function problemOf(devices: Devices, kind: DeviceKind): DeviceProblem | null {
  const device = devices[kind];
  if (device.status === 'failed') return device.problem;
  return device.status === 'on' && devices.heldBack?.[kind] ? 'switched-off' : null;
}

/** What to tell of the devices: one thing where both fail alike, for then one remedy helps both. */
export function deviceAdvice(devices: Devices): DeviceAdvice[] {
  const [microphone, camera] = [problemOf(devices, 'microphone'), problemOf(devices, 'camera')];
  if (microphone && microphone === camera) return [{ device: 'both', problem: camera }];
  return [
    ...(microphone ? [{ device: 'microphone' as const, problem: microphone }] : []),
    ...(camera ? [{ device: 'camera' as const, problem: camera }] : []),
  ];
}

/** What to do about it, as a key of `devices.steps`. */
export type DeviceSteps =
  | 'allow-chromium'
  | 'allow-firefox'
  | 'allow-safari'
  | 'allow-android'
  | 'allow-ios-safari'
  | 'allow-ios-other'
  | 'allow-other'
  | 'system-windows'
  | 'system-macos'
  | 'system-android'
  | 'system-ios'
  | 'system-other'
  | Exclude<DeviceProblem, 'denied' | 'denied-by-system'>;

/** The steps for this browser. A refusal is undone in the browser, or in the system, and each has its own place for it. */
export function deviceSteps(problem: DeviceProblem, { browser, system }: VisitorBrowser): DeviceSteps {
  if (problem === 'denied-by-system') return system === 'linux' ? 'system-other' : `system-${system}`;
  if (problem !== 'denied') return problem;
  if (system === 'ios') return browser === 'safari' ? 'allow-ios-safari' : 'allow-ios-other';
  if (system === 'android') return 'allow-android';
  if (browser === 'chrome' || browser === 'edge') return 'allow-chromium';
  return browser === 'firefox' || browser === 'safari' ? `allow-${browser}` : 'allow-other';
}
