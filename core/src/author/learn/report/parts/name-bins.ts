import { countWords } from '../../../report/charts/percent.ts';
import type { AttributeBins } from '../../bins/attribute-bins.ts';

const mostTexts = 12;

/** What each code of an attribute is called, in the order of its points: not known, other, then the bins. */
export function nameBins(bins: AttributeBins): string[] {
  return [
    'not known',
    'any other value',
    ...(bins.kind === 'number' ? rangeNames(bins.lows) : bins.groups.map(groupName)),
  ];
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

function groupName(texts: readonly string[]): string {
  const shown = texts.slice(0, mostTexts).map((each) => (each === '' ? '(empty)' : each));
  return texts.length > mostTexts ? `${shown.join(', ')} and ${texts.length - mostTexts} more` : shown.join(', ');
}
