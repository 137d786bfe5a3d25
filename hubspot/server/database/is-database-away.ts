/** Of PostgreSQL: shutting down, crashed, starting up, too many connections. */
const statesOfAway = new Set(['57P01', '57P02', '57P03', '53300']);
/** Of PostgreSQL: waited too long, for a lock too, or was undone for the sake of others again and again. */
const statesOfBusy = new Set(['57014', '55P03', '25P03', '40001', '40P01']);
const statesOfConnection = /^08[0-9A-Z]{3}$/;
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the driver says without any code. */
const saidOfAway =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/** What a closed one says, of either kind, because the server stops. */
const saidOfClosed = /^(Cannot use a pool after calling end|Client was closed|PGlite is clos)/;

/**
 * Whether something failed only because the database could not be reached, was too busy, or is closed because the server stops: it
 * may come off as soon as that is over, and nothing that was to be stored is to blame.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string'
    ? statesOfAway.has(code) || statesOfBusy.has(code) || statesOfConnection.test(code) || systemCodes.has(code)
    : saidOfAway.test(error.message) || saidOfClosed.test(error.message);
}
