import type { CallCourse } from './call-course';
import { CallDevices } from './call-devices';
import { isUnderWay } from './call-machine';
import { wishesOnTakingOver } from './device-doubts';
import type { LocalMedia } from './media';
import type { OneTab } from './one-tab';
import type { CallToGoOn } from './rejoin-memory';

/** The place to which a call of another tab is brought. */
export interface Here {
  course: CallCourse;
  media: LocalMedia;
  tabs: OneTab;
  /** False once the panel was closed: then nobody is there who would see a device that is on. */
  isOpen(): boolean;
  belongsHere(there: CallToGoOn): boolean;
  join(displayName: string): Promise<void>;
}

/**
 * Goes on here with the call of another tab; one that does not belong here is only hung up there. False where the other tab
 * does not answer: its call ends as well, but there is nothing to go on with.
 */
export async function bringHere({ course, media, tabs, isOpen, belongsHere, join }: Here): Promise<boolean> {
  const phase = () => course.store.get().call.phase;
  const here = phase() === 'lobby' ? course.devices.wishes() : null;
  course.devices.close();
  const there = await tabs.bringHere();
  if (!isOpen()) return there !== null;
  if (isUnderWay(course.store.get().call)) return true;
  if (!there || !belongsHere(there)) {
    if (phase() === 'lobby') course.devices.open();
    return there !== null;
  }
  course.source.goOnWith(there);
  course.devices = new CallDevices(media, wishesOnTakingOver(there, here));
  course.devices.open();
  await join(there.displayName);
  return true;
}
