import type { LightningPage, LightningUser, PlacedComponent } from './page.ts';

/** Which modules the browser finds where. A name that ends with a slash stands for all below it. */
const importMap = {
  imports: {
    lwc: '/base/lwc.js',
    '@lwc/synthetic-shadow': '/base/@lwc/synthetic-shadow.js',
    '@salesforce/apex': '/platform/apex.js',
    '@signalbox/apex': '/platform/apex.js',
    '@salesforce/i18n/': '/base/@salesforce/i18n/',
    '@salesforce/client/': '/base/@salesforce/client/',
    'lightning/navigation': '/platform/navigation.js',
    'lightning/platformShowToastEvent': '/platform/show-toast-event.js',
    'lightning/uiRecordApi': '/platform/ui-record-api.js',
    'lightning/': '/base/lightning/',
  },
};

const stylesheet = '/slds/styles/salesforce-lightning-design-system.min.css';

/** The page as HTML, for one user. Example: `writePage(page, user, pages)` begins with `<!doctype html>`. */
export function writePage(page: LightningPage, user: Required<LightningUser>, pages: LightningPage[]): string {
  const [, objectApiName, recordId] = /^\/record\/(\w+)\/(\w+)$/.exec(page.path) ?? [];
  const record = recordId === undefined ? {} : { recordId, objectApiName };
  const components = page.components.map(({ name, props }) => ({ name, props: { ...record, ...props } }));
  const pageReference =
    recordId === undefined
      ? { type: 'standard__navItemPage', attributes: { apiName: page.title }, state: {} }
      : { type: 'standard__recordPage', attributes: { ...record, actionName: 'view' }, state: {} };
  const host = { user, components, pageReference, paths: pages.map((each) => each.path), told: [] };
  return `<!doctype html>
<html lang="${escapeHtml(user.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} | Salesforce stand-in</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheet}">
<link rel="stylesheet" href="/platform/page.css">
<script>globalThis.lightningHost = ${embed(host)};</script>
<script type="importmap">${embed(importMap)}</script>
<script type="module" src="/platform/start.js"></script>
</head>
<body class="slds-scope">
${writeHeader(user)}
<main class="page">
${writeHighlights(page, objectApiName)}
<div class="columns${page.components.some(isAside) ? '' : ' single'}">
<div class="main">${writeRegion(page, (each) => !isAside(each))}</div>
<div class="side">${writeRegion(page, isAside)}</div>
</div>
</main>
<div id="toasts" class="toasts" role="status"></div>
</body>
</html>
`;
}

/** The list of all pages as HTML. */
export function writePageList(pages: LightningPage[], user: Required<LightningUser>): string {
  const items = pages.map((page) => `<li><a href="${escapeHtml(page.path)}">${escapeHtml(page.title)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Pages | Salesforce stand-in</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheet}"><link rel="stylesheet" href="/platform/page.css"></head>
<body class="slds-scope">${writeHeader(user)}
<main class="page"><h1 class="slds-text-heading_medium slds-m-bottom_small">Pages</h1>
<ul class="slds-list_dotted">${items.join('')}</ul></main></body>
</html>
`;
}

function writeHeader(user: LightningUser): string {
  return `<header class="bar"><span class="bar-name">Salesforce stand-in, not an org</span><span>${escapeHtml(user.name)}</span></header>`;
}

function writeHighlights(page: LightningPage, objectApiName: string | undefined): string {
  const items = (page.highlights ?? []).map(
    ({ label, value }) =>
      `<li class="slds-page-header__detail-block"><div class="slds-text-title">${escapeHtml(label)}</div><div>${escapeHtml(value)}</div></li>`,
  );
  const details = items.length === 0 ? '' : `<ul class="slds-page-header__row details">${items.join('')}</ul>`;
  const kind = page.subtitle ?? objectApiName ?? '';
  return `<div class="slds-page-header slds-m-bottom_small">
<div class="slds-media slds-media_center">${writeIcon(page.icon)}<div class="slds-media__body">
<h1><span class="slds-text-body_small">${escapeHtml(kind)}</span>
<span class="slds-page-header__title slds-truncate">${escapeHtml(page.title)}</span></h1></div></div>${details}</div>`;
}

function writeIcon(icon: string | undefined): string {
  const [, kind, name] = /^(\w+):(\w+)$/.exec(icon ?? '') ?? [];
  if (kind === undefined || name === undefined) return '';
  const source = `/slds/icons/${kind}-sprite/svg/symbols.svg#${name}`;
  return `<div class="slds-media__figure"><span class="slds-icon_container slds-icon-${kind}-${name}">
<svg class="slds-icon" aria-hidden="true"><use href="${source}"></use></svg></span></div>`;
}

function writeRegion(page: LightningPage, isIn: (component: PlacedComponent) => boolean): string {
  return page.components
    .map((component, index) => (isIn(component) ? `<div class="place" data-component="${index}"></div>` : ''))
    .join('');
}

function isAside(component: PlacedComponent): boolean {
  return component.region === 'side';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Data inside of a script must not be able to end it. */
function embed(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
