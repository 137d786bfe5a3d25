import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { whyNotThese, type ScopesAsked } from './choose-scopes.ts';

/** What an app's install address asks for. */
export type ConsentRequest = ScopesAsked & {
  readonly app: HubSpotApp;
  readonly redirectUri: string;
  readonly state: string | null;
  /** Null where the user is to choose an account. */
  readonly portalId: number | null;
};

/** Why the page shows no consent. */
export type ConsentProblem = { readonly problem: string };

/**
 * Reads the query of an install address, or the form that the consent page sends back. Nothing is redirected to where the
 * address does not fit the app's settings.
 */
export function readConsentRequest(
  query: URLSearchParams,
  findApp: (clientId: string) => HubSpotApp | null,
): ConsentRequest | ConsentProblem {
  const app = findApp(query.get('client_id') ?? '');
  if (app === null) return { problem: 'The address has no client id of an app.' };
  if (app.authType === 'static') return { problem: 'The app has static authentication and is not installed this way.' };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri)) {
    return { problem: 'The redirect URL is none of those in the app’s settings.' };
  }
  const asked = { scope: listOf(query.get('scope')), optionalScope: listOf(query.get('optional_scope')) };
  const problem = whyNotThese(app, asked);
  if (problem !== null) return { problem };
  const portalId = query.get('portalId');
  return {
    app,
    redirectUri,
    ...asked,
    state: query.get('state'),
    portalId: portalId === null ? null : Number(portalId),
  };
}

/** The address to which the browser goes back. */
export function redirectTo({ redirectUri, state }: ConsentRequest, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

// Scopes stand with spaces between them; some write a plus or a comma.
function listOf(text: string | null): string[] {
  return (text ?? '').split(/[\s,+]+/).filter((each) => each !== '');
}
