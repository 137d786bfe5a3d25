import { UiHostError } from './ui-host-error.ts';

/**
 * Refuses an address that the app does not name among its permitted ones: same origin, and a path under the named one.
 *
 * HubSpot wants https. A named address on this machine may be http as well: a stand-in has no certificate.
 *
 * @throws UiHostError UIH010 not an address, UIH011 not permitted, UIH012 not https
 */
export function checkPermitted(permitted: readonly string[], address: string, what: string): URL {
  if (!URL.canParse(address)) throw new UiHostError('UIH010', `"${address.slice(0, 200)}" is no address.`);
  const url = new URL(address);
  if (!permitted.some((each) => covers(each, url))) {
    throw new UiHostError(
      'UIH011',
      `${url.origin} is not among permittedUrls.${what} of the app. Next: name it in app-hsmeta.json.`,
    );
  }
  if (url.protocol !== 'https:' && !isThisMachine(url)) {
    throw new UiHostError('UIH012', `${url.origin} is not https. Next: serve it over https.`);
  }
  return url;
}

function covers(permitted: string, url: URL): boolean {
  if (!URL.canParse(permitted)) return false;
  const named = new URL(permitted);
  if (named.origin !== url.origin) return false;
  const folder = named.pathname.endsWith('/') ? named.pathname : `${named.pathname}/`;
  return url.pathname === named.pathname || url.pathname.startsWith(folder);
}

function isThisMachine(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
