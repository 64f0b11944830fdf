/**
 * Failures that pass, by the codes of the layers between us and the database: Postgres (SQLSTATE), Prisma and Node's sockets.
 * The same again, later, is worth trying, and nothing of ours is wrong. `away`: nobody speaks for the database. `busy`: it is
 * there, and will not do this just now.
 */
const PASSING: Readonly<Record<string, 'away' | 'busy'>> = {
  // A connection that could not be made, was refused, or was lost.
  ...{ '08000': 'away', '08001': 'away', '08003': 'away', '08004': 'away', '08006': 'away' },
  // How a pooler between us and a database says that it has lost it.
  '08P01': 'away',
  // It is being stopped, has crashed, is starting.
  ...{ '57P01': 'away', '57P02': 'away', '57P03': 'away' },
  // It closed a connection on which nothing was asked for long, or cancelled a query that took longer than it allows.
  ...{ '57P05': 'busy', '57014': 'busy' },
  // A standby, which takes no writes until it is promoted.
  '25006': 'busy',
  // No memory, or no connection, to spare.
  ...{ '53200': 'busy', '53300': 'busy' },
  // Prisma: not reached, not reached in time, the connection was closed.
  ...{ P1001: 'away', P1002: 'away', P1017: 'away' },
  // Prisma: an operation or a transaction took too long, no connection was free, there are too many.
  ...{ P1008: 'busy', P2024: 'busy', P2028: 'busy', P2037: 'busy' },
  ...{ ECONNREFUSED: 'away', ECONNABORTED: 'away', ECONNRESET: 'away', EPIPE: 'away', ETIMEDOUT: 'away' },
  ...{ ENOTFOUND: 'away', EAI_AGAIN: 'away', EHOSTUNREACH: 'away', ENETUNREACH: 'away' },
};

/** Whether a failure with this code passes by itself. */
export const isPassing = (code: string): boolean => Object.hasOwn(PASSING, code);

/** Whether it was the database itself that said this code: any SQLSTATE but those that others say of it, or it on leaving. */
export function isSpoken(code: string): boolean {
  // No SQLSTATE begins with an E, and the system's own codes all do.
  return /^(?!E)[0-9A-Z]{5}$/.test(code) && PASSING[code] !== 'away';
}
