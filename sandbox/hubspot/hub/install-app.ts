import type { HubSpotApp } from './apps/hubspot-app.ts';

/** What an installation ended with: the page to which the app's redirect led. */
export type InstallOutcome = {
  /** Of the last answer. */
  readonly status: number;
  /** Where the browser ended. */
  readonly url: string;
  readonly text: string;
  /** Of an app with static auth; null for any other, whose token only the app itself gets. */
  readonly accessToken: string | null;
};

export type InstallChoices = {
  /** Optional scopes that the user grants; all that the account has where it is left out. */
  readonly optionalScopes?: readonly string[];
  /** Who installs; the portal's first user where it is left out. */
  readonly userId?: number;
  /** Where the user begins, such as the app's own page. The install address that HubSpot shows where it is left out. */
  readonly startUrl?: string;
};

/** The address under which HubSpot offers an app for installation. */
export function installUrl(origin: string, app: HubSpotApp): string {
  const url = new URL('/oauth/authorize', origin);
  url.searchParams.set('client_id', app.clientId);
  url.searchParams.set('redirect_uri', app.redirectUrls[0]!);
  url.searchParams.set('scope', app.requiredScopes.join(' '));
  const optional = [...app.optionalScopes, ...app.conditionallyRequiredScopes];
  if (optional.length > 0) url.searchParams.set('optional_scope', optional.join(' '));
  return url.href;
}

/**
 * Installs an app as somebody with a browser does: from the start to the consent page, consenting there, and back to the app
 * with a code. Cookies are kept as a browser keeps them.
 */
export async function installInBrowser(
  origin: string,
  app: HubSpotApp,
  portalId: number,
  userId: number,
  { optionalScopes, startUrl }: InstallChoices,
): Promise<InstallOutcome> {
  const browser = new PlainBrowser();
  const page = await browser.open(startUrl ?? installUrl(origin, app), (url) => isConsent(url, origin));
  if (page.status !== 302 || page.next === null) return outcomeOf(page);
  const asked = new URL(page.next);
  const form = new URLSearchParams(asked.searchParams);
  form.set('portalId', String(portalId));
  form.set('userId', String(userId));
  form.set('decision', 'grant');
  const offered = (asked.searchParams.get('optional_scope') ?? '').split(' ').filter((each) => each !== '');
  for (const scope of optionalScopes ?? offered) form.append('granted', scope);
  return outcomeOf(await browser.open(new URL('/oauth/authorize', origin).href, null, form));
}

type Page = { readonly status: number; readonly url: string; readonly text: string; readonly next: string | null };

class PlainBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Follows redirects until there are none, or until one leads to where it is to stop. */
  async open(start: string, stopsAt: ((url: string) => boolean) | null, form?: URLSearchParams): Promise<Page> {
    let url = start;
    if (stopsAt?.(url) === true) return { status: 302, url, text: '', next: url };
    let body: URLSearchParams | null = form ?? null;
    for (let hops = 0; hops < 10; hops += 1) {
      const jar = this.jarOf(url);
      const answer = await fetch(url, {
        redirect: 'manual',
        method: body === null ? 'GET' : 'POST',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body !== null && { body }),
      });
      for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie);
      const location = answer.headers.get('location');
      const text = await answer.text();
      if (location === null) return { status: answer.status, url, text, next: null };
      const next = new URL(location, url).href;
      if (stopsAt?.(next) === true) return { status: 302, url, text, next };
      url = next;
      body = null;
    }
    return { status: 310, url, text: 'Too many redirects.', next: null };
  }

  private jarOf(url: string): Map<string, string> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    return jar;
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair] = cookie.split(';');
  const at = pair!.indexOf('=');
  jar.set(pair!.slice(0, at).trim(), pair!.slice(at + 1).trim());
}

function isConsent(url: string, origin: string): boolean {
  const { pathname, origin: found } = new URL(url);
  return found === origin && /^\/oauth\/(\d+\/)?authorize$/.test(pathname);
}

function outcomeOf({ status, url, text }: Page): InstallOutcome {
  return { status, url, text, accessToken: null };
}
