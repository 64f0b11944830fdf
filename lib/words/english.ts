import { messages } from '@/messages/en';
import type { Words } from './load-words';

/** For the desk, which is English alone. What a visitor fetches takes one language and loads it (load-words.ts). */
export const englishWords: Words = { language: 'en', messages };
