import type { TextColumn } from '../table/lead-table.ts';
import type { TextBins } from './attribute-bins.ts';

/** What stays readable, and what a policy can hold: 500 texts in each of 100 bins. */
export const mostOwnBins = 60;
const mostGroups = 12;
const mostTextsOfGroup = 500;
const longestText = 120;
const smoothingRows = 20;

/**
 * A bin for each text that enough leads have, the most frequent first. Rarer ones are put together by how often they were won, drawn
 * towards the average so that a text seen three times does not speak like one seen three hundred times. What fewer than three
 * leads had counts as "other".
 */
export function chooseTextBins(
  column: TextColumn,
  rows: Int32Array,
  labels: Uint8Array,
  leastRows: number,
  mostOwn: number = mostOwnBins,
): TextBins {
  const counts = new Float64Array(column.texts.length);
  const wins = new Float64Array(column.texts.length);
  let allWins = 0;
  let known = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const code = column.codes[rows[place]!]!;
    if (code >= 0) {
      counts[code]! += 1;
      wins[code]! += labels[place]!;
      known += 1;
      allWins += labels[place]!;
    }
  }
  const average = known === 0 ? 0 : allWins / known;
  const usable = [...column.texts.keys()]
    .filter((code) => counts[code]! >= 3 && isListable(column.texts[code]!))
    .sort((one, other) => counts[other]! - counts[one]! || compareTexts(column.texts[one]!, column.texts[other]!));
  const own = usable.filter((code) => counts[code]! >= leastRows).slice(0, mostOwn);
  const isOwn = new Set(own);
  // In order of frequency: what does not fit into the groups that a policy can hold is "other".
  const rare = usable.filter((code) => !isOwn.has(code)).slice(0, mostGroups * mostTextsOfGroup);
  const rate = (code: number): number => (wins[code]! + smoothingRows * average) / (counts[code]! + smoothingRows);
  rare.sort((one, other) => rate(one) - rate(other) || compareTexts(column.texts[one]!, column.texts[other]!));
  const groups = [...own.map((code) => [code]), ...splitEvenly(rare, counts, leastRows)];
  return {
    kind: 'text',
    fieldKey: column.fieldKey,
    label: column.label,
    groups: groups.map((codes) => codes.map((code) => column.texts[code]!).sort(compareTexts)),
  };
}

/** Groups of neighbours with about as many leads each. */
function splitEvenly(codes: number[], counts: Float64Array, leastRows: number): number[][] {
  const all = codes.reduce((sum, code) => sum + counts[code]!, 0);
  const wanted = Math.max(leastRows, all / mostGroups);
  const groups: number[][] = [];
  let group: number[] = [];
  let taken = 0;
  for (const code of codes) {
    if (group.length > 0 && (taken >= wanted || group.length >= mostTextsOfGroup)) {
      groups.push(group);
      group = [];
      taken = 0;
    }
    group.push(code);
    taken += counts[code]!;
  }
  if (group.length > 0 && taken >= leastRows / 2) {
    groups.push(group);
  }
  return groups;
}

/** Lists are kept with semicolons between their texts. */
function isListable(text: string): boolean {
  return text.length > 0 && text.length <= longestText && /^[^;\p{Cc}\p{Cs}]*$/u.test(text);
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
