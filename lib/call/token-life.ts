/** By then the node has dropped a token that nobody refreshes (client-api.md §3). */
export const TOKEN_LIFE_MS = 120_000;
