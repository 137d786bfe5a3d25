import { html, type Html } from '../html.ts';
import type { DestinationTally } from '../report-data.ts';
import { countWords } from './percent.ts';

/** Where the first touch is due soon: a destination a row, shaded by how many of its leads are due within the time. */
export function dueTable(destinations: readonly DestinationTally[], dueLabels: readonly string[]): Html {
  return html`<table class="plain due">
    <caption>
      Time from the decision until the first touch is due, by destination
    </caption>
    <thead>
      <tr>
        <th scope="col">Destination and its promise</th>
        ${dueLabels.map((label) => html`<th scope="col" class="number">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${destinations
        .filter(({ count }) => count > 0)
        .map(
          ({ label, promise, count, dueCounts }) =>
            html`<tr>
              <th scope="row">${label}<small>${promise}</small></th>
              ${dueCounts.map((due) => html`<td class="number heat-${heat(due, count)}">${due === 0 ? '·' : countWords(due)}</td>`)}
            </tr>`,
        )}
    </tbody>
  </table>`;
}

function heat(due: number, count: number): number {
  return due === 0 ? 0 : Math.max(1, Math.ceil((due / count) * 5));
}
