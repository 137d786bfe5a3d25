import type { LabelledLeads } from '../fit/fit-card.ts';
import type { LeadColumn, LeadTable } from '../table/lead-table.ts';
import { shareWords } from './figure-words.ts';
import { wordOfAfterwards } from './names-of-afterwards.ts';
import { predictAlone } from './predict-alone.ts';

/** Nothing that is known on arrival tells won from others as well as this, alone and within one time. */
const tooGood = 0.85;
/**
 * Beside another sign. On 41,188 calls of a bank, within quarters of the history, the length of the call reaches .84 alone, and the best
 * honest field .65.
 */
const suspiciouslyGood = 0.75;
/** On the same calls 30 % of the others were too short to win anything; no honest field has such values at all. */
const suspiciouslyDead = 0.05;

/**
 * Why a field that is this strong can't have been known on arrival, or null.
 *
 * A conversation that never took place can't be won, so what is written down during or after it has values with which nobody is ever won.
 * That and a name that speaks of afterwards are signs: either is enough for a field that is suspiciously good.
 */
export function aloneReason(table: LeadTable, leads: LabelledLeads, column: LeadColumn): string | null {
  const { areaUnderCurve, deadShare } = predictAlone(table, leads, column);
  if (!(areaUnderCurve >= suspiciouslyGood)) {
    return null;
  }
  const word = wordOfAfterwards(column.fieldKey, column.label);
  const signs = [
    ...(areaUnderCurve >= tooGood ? ['nothing known on arrival does that'] : []),
    ...(deadShare >= suspiciouslyDead
      ? [`${shareWords(deadShare, 1)} of the others have values with which hardly anybody is won`]
      : []),
    ...(word === null ? [] : [`its name speaks of afterwards ("${word}")`]),
  ];
  const figure = `alone it tells won leads from others with an area under the curve of ${areaUnderCurve.toFixed(2)}`;
  return signs.length === 0 ? null : `${figure}; ${signs.join('; ')}`;
}
