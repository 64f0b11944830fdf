import { describe, expect, it } from 'vitest';
import { shortcutFor, shortcutList, type KeyPress } from './shortcuts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', altKey: false, ctrlKey: false, metaKey: false, repeat: false, isComposing: false },
  ...change,
});

describe('a key in the call', () => {
  it.each([
    ['m', 'mute'],
    ['M', 'mute'],
    ['c', 'camera'],
    ['s', 'share'],
    ['h', 'hand'],
    ['t', 'chat'],
    ['p', 'people'],
    ['?', 'help'],
    ['؟', 'help'],
    [' ', 'talk'],
    ['Escape', 'close'],
    ['x', null],
    ['Enter', null],
    ['é', null],
  ] as const)('%j asks for %j', (key, action) => {
    expect(shortcutFor(press(key), 'elsewhere')).toBe(action);
  });

  it.each(['altKey', 'ctrlKey', 'metaKey', 'repeat', 'isComposing'] as const)('is not ours with %s', (modifier) => {
    expect(shortcutFor(press('m', { [modifier]: true }), 'elsewhere')).toBeNull();
    expect(shortcutFor(press('Escape', { [modifier]: true }), 'elsewhere')).toBeNull();
  });

  it('is written where one writes, but for Escape', () => {
    for (const key of ['m', '?', ' ']) expect(shortcutFor(press(key), 'field')).toBeNull();
    expect(shortcutFor(press('Escape'), 'field')).toBe('close');
  });

  it('presses a button by Space, and is a shortcut otherwise', () => {
    expect(shortcutFor(press(' '), 'control')).toBeNull();
    expect(shortcutFor(press('m'), 'control')).toBe('mute');
  });

  it('is still held when it repeats, and Space would scroll the page each time', () => {
    expect(shortcutFor(press(' ', { repeat: true }), 'elsewhere')).toBe('talk');
    expect(shortcutFor(press(' ', { repeat: true }), 'control')).toBeNull();
    expect(shortcutFor(press('?', { repeat: true }), 'elsewhere')).toBeNull();
  });

  it('goes by its place where the layout has no Latin letters', () => {
    expect(shortcutFor(press('ة', { code: 'KeyM' }), 'elsewhere')).toBe('mute');
    // A Latin letter says itself what it is: on this layout another key is called M.
    expect(shortcutFor(press(',', { code: 'Comma' }), 'elsewhere')).toBeNull();
    expect(shortcutFor(press('m', { code: 'Semicolon' }), 'elsewhere')).toBe('mute');
  });

  it('is on the list', () => {
    for (const [action, key] of shortcutList) {
      const pressed = { Space: ' ', Esc: 'Escape' }[key] ?? key;
      expect(shortcutFor(press(pressed), 'elsewhere')).toBe(action);
    }
  });
});
