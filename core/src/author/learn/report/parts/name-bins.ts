import { countWords } from '../../../report/charts/percent.ts';
import type { AttributeBins } from '../../bins/attribute-bins.ts';

/** What a bin is called. `more` are the texts of a large group that stand in a list of their own. */
export type BinName = { words: string; more: readonly string[] };

/** A group that is no longer stands as a whole; of a longer one, so much is shown. */
const wholeLength = 96;
const shownLength = 48;

/** What each code of an attribute is called, in the order of its points: not known, other, then the bins. */
export function nameBins(bins: AttributeBins): BinName[] {
  const names = bins.kind === 'number' ? rangeNames(bins.lows).map(alone) : bins.groups.map(groupName);
  return [alone('not known'), alone('any other value'), ...names];
}

function alone(words: string): BinName {
  return { words, more: [] };
}

/** rangeNames([1, 50, 51]) → "below 50", "50", "51 and more" */
function rangeNames(lows: readonly number[]): string[] {
  return lows.map((low, place) => {
    const next = lows[place + 1];
    if (next === undefined) return place === 0 ? 'any number' : `${countWords(low)} and more`;
    if (place === 0) return `below ${countWords(next)}`;
    return next - 1 === low ? countWords(low) : `${countWords(low)} to ${countWords(next - 1)}`;
  });
}

/** A short group as a whole, of a large one as many texts as a line holds, at least one. */
function groupName(texts: readonly string[]): BinName {
  const named = texts.map((each) => (each === '' ? '(empty)' : each));
  if (named.join(', ').length <= wholeLength) return alone(named.join(', '));
  let shown = 1;
  while (shown < named.length && named.slice(0, shown + 1).join(', ').length <= shownLength) {
    shown += 1;
  }
  return { words: named.slice(0, shown).join(', '), more: named.slice(shown) };
}
