import { countWords } from '../../../report/charts/percent.ts';
import { html, type Html } from '../../../report/html.ts';
import { firstBinCode } from '../../bins/attribute-bins.ts';
import type { AttributePoints } from '../../fit/additive-card.ts';
import type { LearnedCard } from '../../training.ts';
import { pointsBar } from '../plots/points-bar.ts';
import { oddsWords, signedWords, upperFirst } from '../words.ts';
import { nameBins, type BinName } from './name-bins.ts';
import { hint } from './topic.ts';

/** With fewer leads behind it, a figure may be chance. */
export const thinEvidence = 30;

/** What every value of every attribute is worth, the attribute that tells most first. */
export function layOutScorecard({ axis, card, evaluation: { crossValidation } }: LearnedCard): Html {
  const attributes = card.attributes.toSorted(
    (one, other) => reach(other) - reach(one) || (one.bins.fieldKey < other.bins.fieldKey ? -1 : 1),
  );
  const most = Math.max(1, ...card.attributes.flatMap(({ points }) => Array.from(points, Math.abs)));
  return html`<div class="scorecard">
    <h3 id="${axis}-points">What each value is worth</h3>
    ${hint(
      `The line in the middle is your average lead. 20 points double the odds of winning, −20 halve them. Pale bars rest on fewer than ${thinEvidence} leads: they may be chance.`,
    )}
    ${
      card.attributes.length === 0
        ? hint('No attribute was learned on this axis.')
        : html`<div class="cards">
            ${attributes.map((attribute) => html`<div class="card">${pointsTable(attribute, most)}</div>`)}
          </div>`
    }
    ${
      crossValidation.roundingLoss >= 0.001
        ? hint(`Rounding to whole points cost ${crossValidation.roundingLoss.toFixed(4)} of the area under the curve.`)
        : ''
    }
  </div>`;
}

function reach({ points }: AttributePoints): number {
  return points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
}

/**
 * One attribute as a table with bars around the average lead.
 *
 * @param most the points that fill half the width, the same for all attributes of a card
 */
export function pointsTable({ bins, points, evidence }: AttributePoints, most: number): Html {
  const names = nameBins(bins);
  const rows = Array.from(points, (own, code) => ({ name: names[code]!, points: own, leads: evidence[code]! }));
  const binRows = rows.slice(firstBinCode);
  // Ranges in their own order, texts from the best on, then what has no bin. What no lead had and is worth nothing says nothing.
  const shown = [
    ...(bins.kind === 'number' ? binRows : binRows.toSorted((one, other) => other.points - one.points)),
    ...rows.slice(0, firstBinCode),
  ].filter((row) => row.points !== 0 || row.leads > 0);
  return html`<table class="tally points-table">
    <caption>
      ${upperFirst(bins.label)}
    </caption>
    <thead>
      <tr>
        <th scope="col">Value</th>
        <th scope="col" class="number">Points</th>
        <th scope="col" class="number">Odds</th>
        <th scope="col" class="number">Leads</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map((row) => {
        const isThin = row.leads < thinEvidence;
        return html`<tr>
          <th scope="row">${binName(row.name)}${pointsBar(row.points, most, isThin)}</th>
          <td class="number">${signedWords(row.points)}</td>
          <td class="number">${oddsWords(row.points)}</td>
          <td class="number">${countWords(row.leads)}${isThin ? html` <small class="thin">thin</small>` : ''}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function binName({ words, more }: BinName): Html {
  if (more.length === 0) return html`${words}`;
  return html`${words}
    <details>
      <summary>and ${countWords(more.length)} more</summary>
      ${more.join(', ')}
    </details>`;
}
