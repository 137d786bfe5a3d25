import { html, trusted, type Html } from './html.ts';

/** A whole page: its content, and what every page of ours has around it. */
export type FramedPage = {
  title: string;
  /** What the page may load and run; see content-policy.ts. */
  policy: string;
  style: string;
  skip: { to: string; words: string };
  header: Html;
  main: Html;
  footer: Html;
  /** What comes after the footer, such as data and script. */
  end: Html | '';
};

/** Lays out a page that stands in one file and loads nothing. */
export function framePage({ title, policy, style, skip, header, main, footer, end }: FramedPage): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${element('style', style)}
      </head>
      <body>
        <a class="skip" href="#${skip.to}">${skip.words}</a>
        ${header}
        <main>${main}</main>
        <footer>${footer}</footer>
        ${end}
      </body>
    </html> `;
}

/** The content policy holds the hash of exactly what stands between the tags, so that not even a blank may come in. */
export function element(opening: string, content: string): Html {
  return trusted(`<${opening}>${content}</${opening.split(' ')[0]}>`);
}

/** The head of a page: what kind of page it is, of what, and when. */
export function masthead(kicker: string, heading: string, words: string): Html {
  return html`<div class="masthead">
    ${signal}
    <div>
      <p class="kicker">${kicker}</p>
      <h1>${heading}</h1>
      <p>${words}</p>
    </div>
  </div>`;
}

/** Links to the parts of a page. */
export function pageLinks(links: readonly (readonly [id: string, words: string])[]): Html {
  return html`<nav aria-label="On this page">${links.map(([id, words]) => html`<a href="#${id}">${words}</a> `)}</nav>`;
}

/** A semaphore at "clear". */
const signal = html`<svg class="signal" width="52" height="64" viewBox="0 0 52 64" aria-hidden="true" focusable="false">
  <rect class="post" x="8" y="4" width="5" height="56" rx="2" />
  <rect class="post" x="2" y="58" width="17" height="4" rx="2" />
  <g transform="rotate(-32 10.5 16)">
    <rect class="arm" x="8" y="10" width="34" height="11" rx="2" />
    <rect class="stripe" x="32" y="10" width="4" height="11" />
  </g>
  <circle class="lamp" cx="10.5" cy="32" r="5.5" />
</svg>`;
