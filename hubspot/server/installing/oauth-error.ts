import * as z from 'zod';

/** What can be done about it. */
export type OAuthFailure =
  /** HubSpot takes the code or the token no longer: the app was removed, or the code was used or too old. */
  | 'grantRefused'
  /** HubSpot does not take us for the app: client id, client secret or redirect URL are not its own. */
  | 'clientRefused'
  /** HubSpot failed, did not answer, or had too many calls. */
  | 'unavailable'
  | 'unreadable';

const codes: Readonly<Record<OAuthFailure, string>> = {
  grantRefused: 'HSI004',
  clientRefused: 'HSI005',
  unavailable: 'HSI006',
  unreadable: 'HSI007',
};

const causes: Readonly<Record<OAuthFailure, string>> = {
  grantRefused: 'HubSpot does not accept the code or the token. Next: install the app anew.',
  clientRefused:
    'HubSpot does not accept client id, client secret or redirect URL. Next: compare them with the page Auth of the app.',
  unavailable: 'HubSpot did not answer, or failed. Next: try again in a minute.',
  unreadable: 'HubSpot answered something else than is documented. Next: try again, and report it if it stays so.',
};

/** A call for a token that did not come to one. It never holds a token, a code or a secret. */
export class OAuthError extends Error {
  readonly failure: OAuthFailure;
  readonly code: string;
  readonly status: number | null;
  /** HubSpot's own word for it, such as BAD_REFRESH_TOKEN; empty when it gave none. */
  readonly category: string;

  constructor(failure: OAuthFailure, status: number | null, category: string) {
    const said = [status === null ? '' : `status ${String(status)}`, category].filter((part) => part !== '').join(', ');
    super(`${causes[failure]}${said === '' ? '' : ` (${said})`}`);
    this.name = 'OAuthError';
    this.failure = failure;
    this.code = codes[failure];
    this.status = status;
    this.category = category;
  }
}

const word = z
  .string()
  .regex(/^[A-Za-z_]{1,60}$/)
  .catch('');

const failureBody = z
  .object({ status: word, error: word, category: word, message: z.string().catch('') })
  .catch({ status: '', error: '', category: '', message: '' });

const aboutClient = /client|redirect/i;
const aboutGrant = /refresh.?token|auth.?code|authorization code/i;

/**
 * Tells from an answer what failed. HubSpot has three forms for it: `status` in the oldest, `error` as OAuth has it, and
 * `category` as in the rest of its API. What speaks of the client is blamed on the configuration, and what speaks of nothing
 * we know on nobody, so that a wrong secret or a fault of ours never looks as if every portal had removed the app.
 *
 * 400 `{"status":"BAD_REFRESH_TOKEN","message":"missing or invalid refresh token"}` → grantRefused
 */
export function readFailure(status: number, text: string): OAuthError {
  const body = failureBody.parse(parse(text));
  const said = [body.status, body.error, body.category].filter((part) => part !== '' && part !== 'error');
  const category = said[0] ?? '';
  if (status === 429 || status >= 500) return new OAuthError('unavailable', status, category);
  const isGrant = said.some((part) => /^(BAD_REFRESH_TOKEN|(BAD|EXPIRED)_AUTH_CODE|invalid_grant)$/i.test(part));
  if (said.some((part) => aboutClient.test(part)) || (!isGrant && aboutClient.test(body.message))) {
    return new OAuthError('clientRefused', status, category);
  }
  if (isGrant || status === 401 || aboutGrant.test(body.message)) {
    return new OAuthError('grantRefused', status, category);
  }
  return new OAuthError('unreadable', status, category);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
