import type { FrameData, PermittedUrls } from '../ports/ui-frame.ts';

/** The page around an extension. All it knows of the frame is data; nothing of it is written as markup. */
export function framePage(frame: FrameData): string {
  return `<!doctype html>
<html lang="${attribute(languageOf(frame))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(frame.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ui-host/page.css">
</head>
<body>
<div id="ui-host"></div>
<script type="application/json" id="ui-host-frame">${JSON.stringify(frame).replaceAll('<', '\\u003c')}</script>
<script src="/ui-host/page.js"></script>
</body>
</html>
`;
}

/** A page that says why there is none. */
export function noFramePage(message: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No extension</title><link rel="stylesheet" href="/ui-host/page.css"></head>
<body><main class="uih-fault" role="alert"><h1>No extension</h1><pre>${text(message)}</pre></main></body></html>
`;
}

/** What the page may load: the host's own files, and what the app permits. */
export function policyOfPage(permitted: PermittedUrls): string {
  const sources = (addresses: readonly string[]): string =>
    addresses
      .filter((each) => URL.canParse(each))
      .map((each) => new URL(each).origin)
      .join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    `img-src 'self' data: ${sources(permitted.img)}`.trimEnd(),
    `frame-src 'self' ${sources(permitted.iframe)}`.trimEnd(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** An extension has no network of its own, as in HubSpot: it asks its host. */
export const policyOfWorker = "default-src 'none'; script-src 'self'";

function languageOf(frame: FrameData): string {
  const user = frame.context['user'];
  const language = typeof user === 'object' && user !== null && !Array.isArray(user) ? user['language'] : null;
  return typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? language : 'en';
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function attribute(words: string): string {
  return text(words).replaceAll('"', '&quot;');
}
