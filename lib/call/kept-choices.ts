/** Something that is on until it is turned off, as this browser remembers. */
export interface KeptChoice {
  isOn(): boolean;
  turn(isOn: boolean): void;
}

/** Where the browser keeps nothing, it holds as long as the page. */
function keptChoice(key: string): KeptChoice {
  let chosen: boolean | null = null;
  return {
    isOn() {
      try {
        return chosen ?? window.localStorage.getItem(key) !== 'off';
      } catch {
        return true;
      }
    },
    turn(isOn) {
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
