'use client';

import { useEffect, useSyncExternalStore, type RefObject } from 'react';
import { availableDevices } from './available-devices';
import { deviceChoices } from './device-choices';
import { followSpeaker } from './speaker';

export function useAvailableDevices() {
  return useSyncExternalStore(availableDevices.subscribe, availableDevices.get, availableDevices.get);
}

export function useDeviceChoices() {
  return useSyncExternalStore(deviceChoices.subscribe, deviceChoices.get, deviceChoices.get);
}

/** Plays this element through the chosen speaker. Every element with sound has it. */
export function useSpeaker(element: RefObject<HTMLMediaElement | null>): void {
  useEffect(() => (element.current ? followSpeaker(element.current) : undefined), [element]);
}
