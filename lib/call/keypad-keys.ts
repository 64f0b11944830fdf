import { plainDigits } from './plain-digits';

/** In the order in which they stand on a telephone. */
export const KEYPAD_KEYS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/** The tone that a key of the keyboard sends, once however long it is held; null for all other keys. */
export function keypadKey({ key, altKey, ctrlKey, metaKey, repeat }: KeyPress): string | null {
  const tone = plainDigits(key);
  return KEYPAD_KEYS.includes(tone) && !altKey && !ctrlKey && !metaKey && !repeat ? tone : null;
}
