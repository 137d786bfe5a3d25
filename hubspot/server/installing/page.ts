import { createHash } from 'node:crypto';

/** What a page says: what happened, and what to do now. Texts are plain; they are escaped here. */
export type Page = {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly link: { readonly label: string; readonly href: string } | null;
  /** Stands at the end, for whoever is asked for help. */
  readonly note: string;
};

const style = `
:root { color-scheme: light dark; --ink: #1d2b36; --paper: #fff; --soft: #5c6b78; --line: #d5dde4; --accent: #0b6b74; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eef3; --paper: #14191e; --soft: #9fb0bd; --line: #33404a; --accent: #63c7d0; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 5rem) 1.5rem; }
.name { color: var(--soft); letter-spacing: .04em; margin: 0 0 2rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
ol { padding-left: 1.4em; margin: 1.5rem 0; }
li { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .2em; }
a.next { display: inline-block; font-weight: 600; padding: .6rem 0; }
.note { border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem; margin-top: 2.5rem; padding-top: 1rem;
  overflow-wrap: anywhere; }
`;

/** The pages run nothing and load nothing; the one style is named by its hash. */
export const pagePolicy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function writePage(page: Page): string {
  const steps = page.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('\n');
  const link =
    page.link === null
      ? ''
      : `<p><a class="next" href="${escapeHtml(page.link.href)}">${escapeHtml(page.link.label)}</a></p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)} · Signalbox</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="name">Signalbox</p>
<h1>${escapeHtml(page.title)}</h1>
<p>${escapeHtml(page.lead)}</p>
${steps === '' ? '' : `<ol>\n${steps}\n</ol>`}
${link}
<p class="note">${escapeHtml(page.note)}</p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
