import { playChime } from './media/speaker';

// Whether somebody who waits is heard of. Kept in this browser; where it keeps nothing, the chime is on.

const KEY = 'mayfly.waiting-sound';

export function isWaitingSoundOn(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setWaitingSound(isOn: boolean): void {
  try {
    if (isOn) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is forbidden; the choice is not kept.
  }
}

/** Tells a host who may be looking elsewhere. The browser's own notice only where it was allowed before: we never ask. */
export function tellOfWaiting(notice: string): void {
  if (isWaitingSoundOn()) void playChime();
  if (!document.hidden || typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  try {
    new Notification(notice, { tag: 'mayfly-waiting' });
  } catch {
    // Chrome on Android allows them to service workers only.
  }
}
