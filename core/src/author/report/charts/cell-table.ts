import { html, type Html } from '../html.ts';
import type { CellTally } from '../report-data.ts';
import { countWords, widthOf } from './percent.ts';
import { bar } from './tally-table.ts';

/** The eight cells of fit × engagement × confidence with the leads that each of them decided. */
export function cellTable(cells: readonly CellTally[]): Html {
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return html`<table class="tally">
    <caption>
      Matrix cells that decided
    </caption>
    <thead>
      <tr>
        <th scope="col">Fit · engagement · confidence → destination</th>
        <th scope="col">Called</th>
        <th scope="col" class="number">Leads</th>
      </tr>
    </thead>
    <tbody>
      ${cells.map(
        ({ fit, engagement, confidence, label, bucket, count }) =>
          html`<tr>
            <th scope="row">${fit} · ${engagement} · ${confidence} → ${label}${bar(widthOf(count, most))}</th>
            <td><span class="bucket ${bucket}">${bucket}</span></td>
            <td class="number">${countWords(count)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
