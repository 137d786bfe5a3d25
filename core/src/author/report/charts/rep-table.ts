import { html, type Html } from '../html.ts';
import type { RepTally } from '../report-data.ts';
import { countWords, widthOf } from './percent.ts';
import { bar } from './tally-table.ts';

const ways: readonly (readonly [heading: string, bases: readonly string[]])[] = [
  ['By turn', ['turn', 'overflow', 'afterHours']],
  ['Kept', ['kept', 'owner', 'territoryOwner']],
  ['Held', ['holder']],
];

/** Everybody who got leads, people and queues alike, and how they came by them. */
export function repTable(reps: readonly RepTally[]): Html {
  const most = Math.max(1, ...reps.map(({ count }) => count));
  return html`<table class="tally">
    <caption>
      Leads per rep and queue
    </caption>
    <thead>
      <tr>
        <th scope="col">Owner</th>
        <th scope="col" class="number">Leads</th>
        ${ways.map(([heading]) => html`<th scope="col" class="number">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${reps.map(
        ({ label, count, byBasis }) =>
          html`<tr>
            <th scope="row">${label}${bar(widthOf(count, most))}</th>
            <td class="number">${countWords(count)}</td>
            ${ways.map(([, bases]) => html`<td class="number">${wayWords(byBasis, bases)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function wayWords(byBasis: Readonly<Record<string, number>>, bases: readonly string[]): string {
  const count = bases.reduce((sum, basis) => sum + (byBasis[basis] ?? 0), 0);
  return count === 0 ? '·' : countWords(count);
}
