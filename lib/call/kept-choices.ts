/** On until it is turned off, and kept in this browser; where it keeps nothing, as long as the page. */
function keptChoice(key: string) {
  let chosen: boolean | null = null;
  return {
    isOn(): boolean {
      try {
        return chosen ?? window.localStorage.getItem(key) !== 'off';
      } catch {
        return true;
      }
    },
    turn(isOn: boolean): void {
      chosen = isOn;
      try {
        if (isOn) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, 'off');
      } catch {
        // Storage is forbidden: it is as said until the page goes.
      }
    },
  };
}

/** Whether a host hears a chime when somebody waits. */
export const waitingSound = keptChoice('mayfly.waiting-sound');

/** Whether single keys do something in the call. Who dictates, or hits keys unmeant, turns them off (WCAG 2.1.4). */
export const singleKeys = keptChoice('mayfly.single-keys');
