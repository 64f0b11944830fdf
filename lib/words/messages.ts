import type { messages as english } from '@/messages/en';

/** All sentences of a language, by area. English says which there are; translations.test.ts holds the others to that. */
export type Messages = typeof english;
