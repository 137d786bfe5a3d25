import { html, type Html } from '../html.ts';
import { countWords } from './percent.ts';

export type Column = { label: string; count: number; isLow: boolean };

/** Where a threshold stands, as a share of the width, and what it is called. */
export type Threshold = { place: number; label: string };

const height = 150;
const top = 18;
const bottom = 22;

/** Columns over an axis that keep their height at every width; few enough labels to fit a phone. */
export function columnChart(
  id: string,
  title: string,
  description: string,
  columns: readonly Column[],
  threshold: Threshold | null,
): Html {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const step = 100 / Math.max(1, columns.length);
  const every = Math.ceil(columns.length / 10);
  const room = height - top - bottom;
  return html`<svg
    class="columns"
    role="img"
    width="100%"
    height="${height}"
    aria-labelledby="${id}-title ${id}-description"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-description">${description}</desc>
    <line class="axis" x1="0" x2="100%" y1="${height - bottom}" y2="${height - bottom}" />
    ${columns.map(({ label, count, isLow }, place) => {
      const size = Math.max(count === 0 ? 0 : 2, Math.round((count / most) * room));
      const middle = `${(place + 0.5) * step}%`;
      const y = height - bottom - size;
      return html`<rect
          class="${isLow ? 'column low' : 'column'}"
          x="${(place + 0.1) * step}%"
          y="${y}"
          width="${step * 0.8}%"
          height="${size}"
        >
          <title>${label}: ${countWords(count)}</title>
        </rect>
        ${columns.length > 12 ? '' : html`<text class="count" x="${middle}" y="${y - 5}">${countWords(count)}</text>`}
        ${place % every === 0 ? html`<text x="${middle}" y="${height - 6}">${label}</text>` : ''}`;
    })}
    ${
      threshold === null
        ? ''
        : html`<line
            class="threshold"
            x1="${threshold.place * 100}%"
            x2="${threshold.place * 100}%"
            y1="4"
            y2="${height - bottom}"
          />`
    }
  </svg>`;
}
