'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '@/components/ui/send';
import type { Notice } from '@/components/ui/undo-notice';
import { useIsHydrated } from '@/lib/call/use-is-hydrated';
import type { DeviceView } from '@/lib/devices/device';
import { deleteDevice, saveDevice } from './device-api';
import { inputOf, undoOf, type DeviceDraft } from './device-draft';
import { forgetRemoval, recentRemovals, rememberRemoval } from './removals';

/** How long something that was done can be taken back. */
const UNDO_MS = 10_000;

/** The list of devices and what can be done with it, beginning with what the page was rendered with. */
export function useDevices(initial: DeviceView[]) {
  const [devices, setDevices] = useState(initial);
  const [notice, setNotice] = useState<Notice | null>(null);
  const removal = useRef<DeviceView | null>(null);
  const isHydrated = useIsHydrated();
  // Of the page before this one, read once: what is removed from here on leaves the list by itself.
  const gone = useMemo(() => (isHydrated ? recentRemovals(sessionStorage) : null), [isHydrated]);

  const put = useCallback((device: DeviceView) => {
    setDevices((before) => [...before.filter(({ id }) => id !== device.id), device]);
  }, []);
  const take = useCallback((id: string) => setDevices((before) => before.filter((device) => device.id !== id)), []);

  // The server forgets password and picture with the device, so it is asked only when nobody wants them back any more.
  const carryOut = useCallback(async () => {
    const device = removal.current;
    removal.current = null;
    if (!device) return;
    rememberRemoval(sessionStorage, device.id);
    const answer = await deleteDevice(device.id);
    // 404: somebody else was faster, and it is as wished.
    if (answer.ok || answer.status === 404) return;
    forgetRemoval(sessionStorage, device.id);
    put(device);
    setNotice({ text: `${device.name} was not removed. ${answer.message}`, isError: true });
  }, [put]);

  useEffect(() => {
    const now = () => void carryOut();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [carryOut]);

  useEffect(() => {
    if (!notice || notice.isError) return;
    const timer = setTimeout(() => {
      setNotice(null);
      void carryOut();
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, carryOut]);

  /** Says something else, which ends the time in which a removal can be undone. */
  function say(next: Notice | null) {
    void carryOut();
    setNotice(next);
  }

  function remove(device: DeviceView) {
    void carryOut();
    removal.current = device;
    take(device.id);
    const undo = () => {
      removal.current = null;
      put(device);
      setNotice(null);
    };
    setNotice({ text: `${device.name} is being removed.`, undo, takesFocus: true });
  }

  /** Adds or changes a device. Null when it is done, else what was refused. */
  async function save(before: DeviceView | null, draft: DeviceDraft): Promise<Refusal | null> {
    const input = inputOf(draft, before);
    const answer = await saveDevice(before?.id ?? null, input);
    if (!answer.ok) return answer;
    put(answer.value);
    const back = before && undoOf(before, input);
    const undo = back ? () => void restore(before.id, back) : undefined;
    say(before ? { text: `${answer.value.name} saved.`, undo } : added(answer.value));
    return null;
  }

  async function restore(id: string, input: ReturnType<typeof inputOf>) {
    const answer = await saveDevice(id, input);
    if (answer.ok) put(answer.value);
    say(answer.ok ? { text: `${answer.value.name} is as before.` } : { text: answer.message, isError: true });
  }

  function added(device: DeviceView): Notice {
    const undo = () => {
      remove(device);
      setNotice(null);
      void carryOut();
    };
    return { text: `${device.name} added.`, undo };
  }

  const present = devices.filter((device) => !gone?.has(device.id));
  return { devices: present, notice, put, remove, save, dismiss: () => say(null) };
}
