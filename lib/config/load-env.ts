import nextEnv from '@next/env'; // CommonJS: its names are found on the default export only

/**
 * Reads `.env` into the environment, as Next does, for processes that start before Next or without it.
 * What is already set wins over the file.
 */
export function loadEnvFile(isDevelopment: boolean): void {
  nextEnv.loadEnvConfig(process.cwd(), isDevelopment, { info: () => {}, error: console.error });
}
