/** Of PostgreSQL: shutting down, crashed, starting up, too many connections. */
const statesOfAway = new Set(['57P01', '57P02', '57P03', '53300']);
const statesOfConnection = /^08[0-9A-Z]{3}$/;
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the driver says without any code. */
const saidOfAway = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether something failed only because the database could not be reached, so that it may come off as soon as it can. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string'
    ? statesOfAway.has(code) || statesOfConnection.test(code) || systemCodes.has(code)
    : saidOfAway.test(error.message);
}
