import * as z from 'zod/mini';
import type { DeviceKind } from '../device-problems';
import { keptText } from '../kept-text';
import { createStore } from '../store';
import '../zod-without-eval';
import { backgroundNames } from './backgrounds';

// What the visitor has chosen, for this page and the next visit. localStorage, not sessionStorage: a headset stays on the
// desk longer than a tab stays open.

// By name too: browsers give the same device another id when their data are cleared, and some on every visit.
const DeviceChoice = z.object({ id: z.string().check(z.maxLength(200)), label: z.string().check(z.maxLength(200)) });
const Kept = z.looseObject({});
const Background = z.enum(backgroundNames);

export type DeviceChoice = z.infer<typeof DeviceChoice>;
/** Null is what the system takes by itself. */
export type DeviceChoices = Record<ChosenKind, DeviceChoice | null> & { background: z.infer<typeof Background> };
export type ChosenKind = DeviceKind | 'speaker';

const readChoice = (kept: unknown): DeviceChoice | null => DeviceChoice.safeParse(kept).data ?? null;

/** Reads what an earlier visit has kept, each by itself; what cannot be read counts as not chosen. */
export function parseDeviceChoices(text: string | null): DeviceChoices {
  let kept: Record<string, unknown> = {};
  try {
    kept = Kept.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    // No JSON.
  }
  return {
    camera: readChoice(kept.camera),
    microphone: readChoice(kept.microphone),
    speaker: readChoice(kept.speaker),
    background: Background.safeParse(kept.background).data ?? 'none',
  };
}

const kept = keptText('localStorage', 'mayfly-devices');

export const deviceChoices = createStore(parseDeviceChoices(kept.read()));

export function rememberChoice(change: Partial<DeviceChoices>): void {
  deviceChoices.set(change);
  kept.keep(JSON.stringify(deviceChoices.get()));
}
