import type { Messages as EnglishMessages } from './messages';

// A key that English lacks is an error of the compiler.
declare module 'use-intl' {
  interface AppConfig {
    Messages: EnglishMessages;
  }
}
