import type { DeviceKind, DeviceProblem } from './device-problems';

export interface DeviceAdvice {
  problem: string;
  advice: string;
}

const advice: Record<DeviceProblem, (device: DeviceKind) => DeviceAdvice> = {
  denied: (device) => ({
    problem: `Your ${device} is blocked for this page.`,
    advice: `Allow the ${device} by the icon beside the web address, then turn it on here.`,
  }),
  missing: (device) => ({
    problem: `We can’t find a ${device}.`,
    advice: `Plug one in or check that it is switched on, then turn it on here.`,
  }),
  'in-use': (device) => ({
    problem: `Your ${device} is being used by another program.`,
    advice: `Close other video calls or camera apps, then turn it on here.`,
  }),
  insecure: (device) => ({
    problem: `The browser won’t open the ${device} on this page.`,
    advice: `Open the page by its https:// address.`,
  }),
  other: (device) => ({
    problem: `Your ${device} didn’t start.`,
    advice: `Unplug it and plug it in again or restart the browser, then turn it on here.`,
  }),
};

/** What is wrong and what to do, one sentence each. One can always join without. */
export function deviceAdvice(device: DeviceKind, problem: DeviceProblem): DeviceAdvice {
  return advice[problem](device);
}

/** The same for both at once, where the cause is the same and so is the remedy. */
export function bothDevicesAdvice(problem: DeviceProblem): DeviceAdvice | null {
  switch (problem) {
    case 'denied':
      return {
        problem: 'Your camera and microphone are blocked for this page.',
        advice: 'Allow them by the icon beside the web address, then turn them on here.',
      };
    case 'missing':
      return {
        problem: 'We can’t find a camera or a microphone.',
        advice: 'Plug them in or check that they are switched on, then turn them on here.',
      };
    case 'insecure':
      return {
        problem: 'The browser won’t open camera and microphone on this page.',
        advice: 'Open the page by its https:// address.',
      };
    default:
      return null;
  }
}
