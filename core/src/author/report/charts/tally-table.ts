import { html, type Html } from '../html.ts';
import type { Tally } from '../report-data.ts';
import { countWords, shareWords, widthOf } from './percent.ts';

/** Counts as bars under their labels. The table is the data itself; the bars only help the eye. */
export function tallyTable(caption: string, heading: string, tallies: readonly Tally[], whole: number): Html {
  const most = Math.max(1, ...tallies.map(({ count }) => count));
  return html`<table class="tally">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${heading}</th>
        <th scope="col" class="number">Leads</th>
        <th scope="col" class="number">Share</th>
      </tr>
    </thead>
    <tbody>
      ${tallies.map(
        ({ label, count }) =>
          html`<tr>
            <th scope="row">${label}${bar(widthOf(count, most))}</th>
            <td class="number">${countWords(count)}</td>
            <td class="number">${shareWords(count, whole)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A bar as wide as its share of the place. Without a style sheet it is seen on light and on dark paper. */
export function bar(width: string, mark?: string): Html {
  return html`<svg class="bar" width="100%" height="10" aria-hidden="true" focusable="false">
    <rect class="bar-track" fill="currentColor" fill-opacity="0.14" y="2" width="100%" height="6" rx="3" />
    <rect class="bar-fill" fill="#2f8a66" y="2" width="${width}" height="6" rx="3" />
    ${mark === undefined ? '' : html`<line class="bar-mark" stroke="currentColor" stroke-width="2.5" x1="${mark}" x2="${mark}" y1="0" y2="10" />`}
  </svg>`;
}
