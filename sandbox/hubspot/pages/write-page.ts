import { html, type Html } from './html.ts';

export type PageParts = {
  readonly title: string;
  /** What stands above the content; null for none. */
  readonly navigation: Html | null;
  readonly content: Html;
};

/** A whole page. Sections with `data-live` keep themselves up to date. */
export function writePage({ title, navigation, content }: PageParts): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Stand-in HubSpot</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/portal/page.css" />
        <script src="/portal/page.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>${navigation ?? html`<p class="brand">Stand-in HubSpot</p>`}</header>
        <main id="main">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.html;
}
