/** What this deployment says it is: the release whose client API and policy parameters it follows. */
export const infinityVersion = { versionId: '36', pseudoVersion: '79000.0.0' };
