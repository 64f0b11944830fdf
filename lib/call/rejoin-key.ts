/**
 * Where the call in progress is remembered. Alone in its file: the corner button looks whether there is anything under
 * it on every page, and must not pull the panel's code in for that.
 */
export const REJOIN_KEY = 'mayfly.call';
