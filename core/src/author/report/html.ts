/** Text that is HTML already. Everything else is escaped where it enters a template. */
export type Html = { readonly markup: string };

type Part = Html | string | number | readonly Part[];

/**
 * Builds HTML from a template; what is put in is escaped unless it was built the same way.
 *
 * html`<b>${'a < b'}</b>`.markup → "<b>a &lt; b</b>"
 */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: fixed.map((text, place) => text + (place < parts.length ? markupOf(parts[place]!) : '')).join('') };
}

/** Markup from a file of ours, which is not escaped. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character]!);
}

/**
 * JSON that can stand in a script element: without `<` no text in it can close the element or open a comment.
 *
 * scriptJson('</script>') → '"\u003c/script>"'
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
