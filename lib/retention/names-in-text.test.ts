import { expect, it } from 'vitest';
import { namesAnyOf } from './names-in-text';

it.each([
  ['Eve', 'eve'],
  ['Eve', 'Call from Eve.'],
  ['Eve', 'Eve-Maria'],
  ['Jörg', 'Anruf von JÖRG!'],
  ['Ann "Zed" Berg', 'by Ann "Zed" Berg'],
  ['C:\\Ann', 'c:\\ann'],
  ['ann@example.com', 'Bye from ann@example.com'],
  ['王伟', '来自王伟的电话'],
  ['…', ' … '],
])('%s is named by "%s"', (name, text) => expect(namesAnyOf(['Other', name])(text)).toBe(true));

it.each([
  ['Eve', 'event'],
  ['Eve', 'every one'],
  ['Tim', 'time'],
  ['Al', 'also all right'],
  ['Ann', 'Änn Anné'],
  ['a.b', 'axb'],
  ['…', 'well…'],
  ['', 'anything'],
])('%s is not by "%s"', (name, text) => expect(namesAnyOf([name])(text)).toBe(false));
