import { html, type Html } from '../../../../core/src/author/report/html.ts';
import type { PortalView } from './portal-view.ts';

export type PageContent = {
  readonly title: string;
  /** Beside the title, such as a company. */
  readonly subtitle: string;
  /** The address in the navigation that is this page's; null for none of it. */
  readonly path: string | null;
  readonly content: Html;
  /** How soon the page looks for news. */
  readonly refreshSeconds: number;
};

/** A whole page. What stands in an element with `data-live` and an id keeps itself up to date. */
export function writeFrame(view: PortalView, { title, subtitle, path, content, refreshSeconds }: PageContent): string {
  const links = [
    ['/', 'Inbox'],
    ['/report', 'Report'],
    [`${view.portalUrl}/objects/0-1`, 'The portal in HubSpot'],
    [`${view.portalUrl}/log`, 'Calls and webhooks'],
  ] as const;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · Signalbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body data-refresh-seconds="${refreshSeconds}">
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <div class="masthead">
            ${signal}
            <div>
              <p class="kicker">Signalbox in HubSpot</p>
              <h1>${title}</h1>
              <p>${subtitle}</p>
            </div>
          </div>
          <nav aria-label="Pages">${links.map(([address, name]) => link(address, name, address === path))}</nav>
        </header>
        <main id="main">${content}</main>
        <footer>
          <p>
            Portal ${view.edition.portal.portalId}, ${view.edition.portal.tier}. Times are in
            ${view.edition.portal.timeZone}. Everything here is invented, and gone when the program ends.
          </p>
        </footer>
      </body>
    </html>`.markup;
}

function link(address: string, name: string, isHere: boolean): Html {
  return isHere ? html`<a href="${address}" aria-current="page">${name}</a>` : html`<a href="${address}">${name}</a>`;
}

/** A semaphore at "clear". */
const signal = html`<svg class="signal" width="42" height="52" viewBox="0 0 52 64" aria-hidden="true" focusable="false">
  <rect class="post" x="8" y="4" width="5" height="56" rx="2" />
  <rect class="post" x="2" y="58" width="17" height="4" rx="2" />
  <g transform="rotate(-32 10.5 16)">
    <rect class="arm" x="8" y="10" width="34" height="11" rx="2" />
    <rect class="stripe" x="32" y="10" width="4" height="11" />
  </g>
  <circle class="lamp" cx="10.5" cy="32" r="5.5" />
</svg>`;
