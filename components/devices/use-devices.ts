'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Refusal } from '@/components/ui/send';
import type { Notice } from '@/components/ui/undo-notice';
import { useRemoval } from '@/components/ui/use-removal';
import { useIsHydrated } from '@/lib/call/use-is-hydrated';
import type { DeviceView } from '@/lib/devices/device';
import { deleteDevice, readDevice, saveDevice } from './device-api';
import { inputOf, undoOf, type DeviceDraft } from './device-draft';
import { forgetRemoval, recentRemovals, rememberRemoval } from './removals';

/** The list of devices and what can be done with it, beginning with what the page was rendered with. */
export function useDevices(initial: DeviceView[]) {
  const [devices, setDevices] = useState(initial);
  const isHydrated = useIsHydrated();
  // Of the page before this one, read once: what is removed from here on leaves the list by itself.
  const gone = useMemo(() => (isHydrated ? recentRemovals(sessionStorage) : null), [isHydrated]);

  const put = useCallback((device: DeviceView) => {
    setDevices((before) => [...before.filter(({ id }) => id !== device.id), device]);
  }, []);
  const take = useCallback((id: string) => setDevices((before) => before.filter((device) => device.id !== id)), []);

  const removeForGood = useCallback(
    async (device: DeviceView): Promise<Notice | null> => {
      rememberRemoval(sessionStorage, device.id);
      const answer = await deleteDevice(device.id);
      // 404: somebody else was faster, and it is as wished.
      if (answer.ok || answer.status === 404) return null;
      forgetRemoval(sessionStorage, device.id);
      put(device);
      return { text: `${device.name} was not removed. ${answer.message}`, isError: true };
    },
    [put],
  );
  const removal = useRemoval(removeForGood);
  const { say } = removal;

  function remove(device: DeviceView) {
    take(device.id);
    removal.remove(device, device.name, () => put(device));
  }

  /** Adds or changes a device. Null when it is done, else what was refused. */
  async function save(before: DeviceView | null, draft: DeviceDraft): Promise<Refusal | null> {
    const input = inputOf(draft, before);
    const answer = await saveDevice(before, input);
    if (!answer.ok) return before && answer.status === 409 ? overtaken(before.id, answer) : answer;
    put(answer.value);
    const back = before && undoOf(before, input);
    const undo = back ? () => void restore(answer.value, back) : undefined;
    say(before ? { text: `${answer.value.name} saved.`, undo } : added(answer.value));
    return null;
  }

  /** Somebody else was faster. From now on the list has what they saved, and whoever saves again does so knowing. */
  async function overtaken(id: string, refusal: Refusal): Promise<Refusal> {
    const newest = await readDevice(id);
    if (!newest.ok) return refusal;
    put(newest.value);
    const next = 'Save again to put yours in its place, or cancel and open it to see what it says now.';
    return { ...refusal, message: `${refusal.message} ${next}` };
  }

  async function restore(changed: DeviceView, input: ReturnType<typeof inputOf>) {
    const answer = await saveDevice(changed, input);
    if (answer.ok) put(answer.value);
    say(answer.ok ? { text: `${answer.value.name} is as before.` } : { text: answer.message, isError: true });
  }

  function added(device: DeviceView): Notice {
    const undo = () => {
      remove(device);
      say(null);
    };
    return { text: `${device.name} added.`, undo };
  }

  const present = devices.filter((device) => !gone?.has(device.id));
  return { devices: present, notice: removal.notice, put, remove, save, dismiss: () => say(null) };
}
