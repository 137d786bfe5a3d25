import { html, type Html } from '../../../../core/src/author/report/html.ts';

/** A statement with what it added to a score; 0 where it is not about points. */
export type ToldLine = { readonly points: number; readonly words: Html };

/** Statements below each other. Points stand in a column of their own where any line has some. */
export function toldList(lines: readonly ToldLine[]): Html {
  const areScored = lines.some(({ points }) => points !== 0);
  return areScored
    ? html`<ul class="told scored">
        ${lines.map(({ points, words }) => html`<li>${pointsOf(points)}<span>${words}</span></li>`)}
      </ul>`
    : html`<ul class="told">
        ${lines.map(({ words }) => html`<li>${words}</li>`)}
      </ul>`;
}

/** "+31", "−6", or nothing, so that the words stand below each other. */
function pointsOf(points: number): Html {
  if (points === 0) return html`<span class="points"></span>`;
  return points < 0
    ? html`<span class="points minus">−${-points}</span>`
    : html`<span class="points">+${points}</span>`;
}
