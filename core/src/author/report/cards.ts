import { html, type Html } from './html.ts';

/** A part of a page with its heading and its cards. */
export function section(id: string, title: string, cards: readonly Html[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${title}</h2>
    <div class="cards">${cards}</div>
  </section>`;
}

export function card(content: Html): Html {
  return html`<div class="card">${content}</div>`;
}

/** A wide table scrolls inside its card, also by keyboard. */
export function wideCard(name: string, content: Html): Html {
  return html`<div class="card whole">${scrolling(name, content)}</div>`;
}

export function scrolling(name: string, content: Html): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">${content}</div>`;
}

/** What a picture shows, for those who read numbers or hear the page. */
export function alternative(name: string, table: Html): Html {
  return html`<details>
    <summary>The same as a table</summary>
    ${scrolling(name, table)}
  </details>`;
}

/** Figures that a reader sees first. */
export function tiles(name: string, figures: readonly (readonly [figure: string, words: string])[]): Html {
  return html`<ul class="tiles" aria-label="${name}">
    ${figures.map(([figure, words]) => html`<li><strong>${figure}</strong> <span>${words}</span></li>`)}
  </ul>`;
}
