/** What a key does in the call. `talk` lasts as long as the key is held. */
export type ShortcutAction = 'mute' | 'camera' | 'share' | 'hand' | 'chat' | 'people' | 'help' | 'close' | 'talk';

export type Shortcut = Exclude<ShortcutAction, 'close' | 'talk' | 'help'>;

/** By letter, which stands on its key in every Latin layout. */
const letters = new Map<string, Shortcut>([
  ['m', 'mute'],
  ['c', 'camera'],
  ['s', 'share'],
  ['h', 'hand'],
  ['t', 'chat'],
  ['p', 'people'],
]);

/** All of them with their keys' names, in the order in which they are listed. */
export const shortcutList: readonly (readonly [ShortcutAction, string])[] = [
  ...[...letters].map(([letter, action]) => [action, letter.toUpperCase()] as const),
  ['talk', 'Space'],
  ['help', '?'],
  ['close', 'Esc'],
];

/** Where the keyboard is: writing, or choosing by letters; on something that Space presses; or on neither. */
export type KeyPlace = 'field' | 'control' | 'elsewhere';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'isComposing'
>;

/**
 * What a key press asks for. Never with a modifier, which is the browser's and the screen reader's, and in a field only
 * Escape. Shift is what some layouts need for the question mark. Of what repeats only Space is ours: it is held to talk.
 */
export function shortcutFor(press: KeyPress, place: KeyPlace): ShortcutAction | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return null;
  if (press.repeat && press.key !== ' ') return null;
  if (press.key === 'Escape') return 'close';
  if (place === 'field') return null;
  if (press.key === '?' || press.key === '؟') return 'help';
  if (press.key === ' ') return place === 'control' ? null : 'talk';
  return letters.get(letterOf(press)) ?? null;
}

/** An Arabic keyboard says other letters: there the key's place counts. */
function letterOf({ key, code }: KeyPress): string {
  const isLatin = /^[a-z]$/i.test(key);
  return isLatin ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}
