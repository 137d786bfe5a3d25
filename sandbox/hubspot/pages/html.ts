/** Text that is HTML already. Everything else is escaped where it is put in. */
export type Html = { readonly html: string };

export type HtmlPart = Html | string | number | null | false | readonly HtmlPart[];

/**
 * HTML with values put in, each of them escaped unless it is HTML itself; lists are written one after the other, null and
 * false as nothing.
 *
 * html`<b title="${'"'}">${'<i>'}</b>` is `<b title="&#34;">&#60;i&#62;</b>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return { html: strings.reduce((text, part, index) => `${text}${textOf(values[index - 1] ?? null)}${part}`) };
}

/** HTML that somebody trusted wrote. */
export function asHtml(trusted: string): Html {
  return { html: trusted };
}

function textOf(part: HtmlPart): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map(textOf).join('');
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
