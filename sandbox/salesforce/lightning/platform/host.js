/* global fetch, CustomEvent, document */

/** Asks the page's server; what it answers is `{ data }` or `{ error }`. */
export async function ask(path, request) {
  const host = globalThis.lightningHost;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...request, userId: host.user.id }),
  });
  const answer = await response.json();
  if (answer.error === undefined) return answer.data ?? null;
  throw makeError(answer.error);
}

// The shape in which components get what went wrong on the server.
function makeError(body) {
  return Object.freeze({
    status: 500,
    statusText: 'Server Error',
    ok: false,
    headers: Object.freeze({}),
    errorType: 'fetchResponse',
    body: Object.freeze({ ...body }),
  });
}

/** The platform hands out shared data that nobody may change. */
export function freezeDeeply(value) {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freezeDeeply);
    Object.freeze(value);
  }
  return value;
}

/** Says something to those who look at the page, and to tests. */
export function tell(kind, detail) {
  globalThis.lightningHost.told.push({ kind, detail });
  document.dispatchEvent(new CustomEvent('lightning-host', { detail: { kind, detail } }));
}
