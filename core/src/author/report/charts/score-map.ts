import { html, type Html } from '../html.ts';
import { countWords } from './percent.ts';

const cell = 28;
const left = 34;
const top = 8;
const side = cell * 10;

/** Fit upward, engagement to the right: where the leads are, and the two thresholds between the matrix's cells. */
export function scoreMap(grid: readonly (readonly number[])[], fitHigh: number, engagementHigh: number): Html {
  const most = Math.max(1, ...grid.flat());
  const fitLine = top + side - (fitHigh * side) / 100;
  const engagementLine = left + (engagementHigh * side) / 100;
  return html`<svg
    class="score-map"
    role="img"
    viewBox="0 0 ${left + side + 14} ${top + side + 40}"
    aria-labelledby="score-map-title score-map-description"
  >
    <title id="score-map-title">Leads by fit and engagement</title>
    <desc id="score-map-description">
      Fit is high from ${fitHigh} on and engagement from ${engagementHigh} on; the table below has every number.
    </desc>
    ${grid.flatMap((row, fit) => row.map((count, engagement) => cellAt(fit, engagement, count, most)))}
    <line class="threshold" x1="${left}" x2="${left + side}" y1="${fitLine}" y2="${fitLine}" />
    <line class="threshold" x1="${engagementLine}" x2="${engagementLine}" y1="${top}" y2="${top + side}" />
    ${[0, 20, 40, 60, 80, 100].map(
      (score) =>
        html`<text class="end" x="${left - 6}" y="${top + side - (score * side) / 100 + 4}">${score}</text>
          <text class="middle" x="${left + (score * side) / 100}" y="${top + side + 16}">${score}</text>`,
    )}
    <text class="middle name" x="${left + side / 2}" y="${top + side + 34}">engagement →</text>
    <text class="middle name" x="${-(top + side / 2)}" y="10" transform="rotate(-90)">fit →</text>
  </svg>`;
}

function cellAt(fit: number, engagement: number, count: number, most: number): Html {
  const x = left + engagement * cell;
  const y = top + (9 - fit) * cell;
  const heat = count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 5));
  return html`<g class="heat-${heat}">
    <rect x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" rx="3">
      <title>fit ${tenthWords(fit)}, engagement ${tenthWords(engagement)}: ${countWords(count)}</title>
    </rect>
    ${count === 0 ? '' : html`<text class="middle" x="${x + cell / 2}" y="${y + cell / 2 + 4}">${shortCount(count)}</text>`}
  </g>`;
}

/** tenthWords(9) → "90 to 100" */
export function tenthWords(tenth: number): string {
  return `${tenth * 10} to ${tenth === 9 ? 100 : tenth * 10 + 9}`;
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
}

/** The same numbers as a table. */
export function scoreTable(grid: readonly (readonly number[])[]): Html {
  const tenths = Array.from({ length: 10 }, (_, tenth) => tenth);
  return html`<table class="plain">
    <caption>
      Leads by tenth of fit (rows) and of engagement (columns)
    </caption>
    <thead>
      <tr>
        <th scope="col">Fit</th>
        ${tenths.map((tenth) => html`<th scope="col" class="number">${tenthWords(tenth)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${tenths.toReversed().map(
        (fit) =>
          html`<tr>
            <th scope="row">${tenthWords(fit)}</th>
            ${tenths.map((engagement) => html`<td class="number">${countWords(grid[fit]![engagement]!)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
