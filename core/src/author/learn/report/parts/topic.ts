import { html, type Html } from '../../../report/html.ts';

type Content = Html | string | readonly (Html | string)[];

/** A part of the page with its heading. */
export function part(id: string, title: string, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${title}</h2>
    ${content}
  </section>`;
}

/** One question of a part and its answer, on a card of its own. */
export function topic(title: string, content: Content): Html {
  return html`<div class="card topic">
    <h3>${title}</h3>
    ${content}
  </div>`;
}

/** Cards side by side where there is room, read row by row. */
export function sideBySide(topics: readonly (Html | string)[]): Html {
  return html`<div class="side-by-side">${topics}</div>`;
}

/** The answer of a topic in a plain sentence. */
export function answer(words: string): Html {
  return html`<p class="answer">${words}</p>`;
}

export function hint(words: string): Html {
  return html`<p class="hint">${words}</p>`;
}
