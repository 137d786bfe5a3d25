import { html, type Html } from '../html.ts';
import type { PoolFairness } from '../report-data.ts';
import { countWords, widthOf } from './percent.ts';
import { bar } from './tally-table.ts';

/** Turns taken as bars, the fair share as a mark on them, and the distance between the two in leads. */
export function fairnessTable({ label, turns, members, largestDeviation }: PoolFairness): Html {
  const most = Math.max(1, ...members.flatMap(({ taken, share }) => [taken, share]));
  return html`<table class="tally fairness">
    <caption>
      ${label}: ${countWords(turns)} ${turns === 1 ? 'turn' : 'turns'}, nobody more than ${largestDeviation.toFixed(2)}
      leads from their share
    </caption>
    <thead>
      <tr>
        <th scope="col">Rep</th>
        <th scope="col" class="number">Turns</th>
        <th scope="col" class="number">Share</th>
        <th scope="col" class="number"><abbr title="Turns less share, in leads">±</abbr></th>
      </tr>
    </thead>
    <tbody>
      ${members.map(
        (member) =>
          html`<tr>
            <th scope="row">${member.label}${bar(widthOf(member.taken, most), widthOf(member.share, most))}</th>
            <td class="number">${countWords(member.taken)}</td>
            <td class="number">${member.share.toFixed(2)}</td>
            <td class="number">${signed(member.deviation)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** signed(-0.5) → "−0.50" */
function signed(deviation: number): string {
  const size = Math.abs(deviation).toFixed(2);
  if (size === '0.00') return size;
  return deviation < 0 ? `−${size}` : `+${size}`;
}
