import { keptText } from './kept-text';

/** Something that is on until it is turned off, as this browser remembers. */
export interface KeptChoice {
  isOn(): boolean;
  turn(isOn: boolean): void;
}

/** Where the browser keeps nothing, it holds as long as the page. */
function keptChoice(key: string): KeptChoice {
  const kept = keptText('localStorage', key);
  let chosen: boolean | null = null;
  return {
    isOn: () => chosen ?? kept.read() !== 'off',
    turn(isOn) {
      chosen = isOn;
      kept.keep(isOn ? null : 'off');
    },
  };
}

/** Whether a host hears a chime when somebody waits. */
export const waitingSound = keptChoice('mayfly.waiting-sound');

/** Whether single keys do something in the call. Who dictates, or hits keys unmeant, turns them off (WCAG 2.1.4). */
export const singleKeys = keptChoice('mayfly.single-keys');
