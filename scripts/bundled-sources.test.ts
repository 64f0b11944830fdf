import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as mini from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from './compile-messages.mjs';
import { namesIn, usedNames } from './generate-zod';

// What the build finds by a pattern: a file that the pattern passes over would be sent as it is, or be missing in browsers.

const filesIn = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => name.test(file));

describe('the bundler’s rule for messages', () => {
  const files = filesIn('messages', /\.json$/);

  it('has every file of messages, whatever it is called', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !MESSAGES.test(file))).toEqual([]);
  });

  it.each(['messages/pt-BR/call.json', 'messages/en/host-tools.json'])('would have %s', (file) => {
    expect(MESSAGES.test(file)).toBe(true);
  });

  it.each(['package.json', 'messages/notes.json', 'lib/messages.json'])('has nothing of %s', (file) => {
    expect(MESSAGES.test(file)).toBe(false);
  });
});

describe('what browsers are sent of zod', () => {
  const sources = ['components', 'lib'].flatMap((folder) => filesIn(folder, /\.tsx?$/));
  const users = sources.filter((file) => /^import (?!type\b).*'zod\/mini'/m.test(readFileSync(file, 'utf8')));

  it('is read off every file that imports zod/mini', () => {
    expect(users.length).toBeGreaterThan(20);
    expect(users.filter((file) => namesIn(readFileSync(file, 'utf8')).length === 0)).toEqual([]);
  });

  it('is what zod/mini has', () => {
    expect(usedNames().filter((name) => !(name in mini))).toEqual([]);
  });
});
