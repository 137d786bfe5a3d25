/** Not every figure can be measured on every history. */
const notMeasured = 'not measured';

/** A sign and its number stay on one line. */
const held = '\u00a0';

/** shareWords(0.074) → "7.4 %"; from ten per cent on without decimals. */
export function shareWords(share: number | null): string {
  if (share === null) return notMeasured;
  const percent = share * 100;
  return `${percent.toFixed(percent !== 0 && Math.abs(percent) < 9.95 ? 1 : 0)}${held}%`;
}

/** figureWords(0.7341) → "0.73" */
export function figureWords(figure: number | null, decimals = 2): string {
  return figure === null ? notMeasured : figure.toFixed(decimals);
}

/** What points do to the odds of winning: twenty double them. oddsWords(20) → "× 2.0" */
export function oddsWords(points: number): string {
  const times = 2 ** (points / 20);
  return `×${held}${times.toFixed(times < 1 ? 2 : times < 10 ? 1 : 0)}`;
}

/** How well a card tells won from others, as one says it. 0.5 is chance. */
export function areaWords(area: number | null): string {
  if (area === null) return 'Nobody knows how well it tells won leads from others: too few of them are later ones.';
  const of100 = Math.round(area * 100);
  const sense =
    area < 0.55
      ? 'That is no better than drawing lots.'
      : area < 0.65
        ? 'That is weak, and better than drawing lots.'
        : area < 0.75
          ? 'That is useful.'
          : 'That is strong.';
  return `Of a won lead and one that was not, it puts the won one first ${of100} times in 100. ${sense}`;
}

/** How far chances are from what happened. */
export function calibrationWords(error: number | null): string {
  return error === null
    ? 'Nobody knows yet whether its chances are right.'
    : `Its chances are off by ${(error * 100).toFixed(1)} percentage points on average.`;
}

const day = new Map<string, Intl.DateTimeFormat>();

/** A day in UTC, for arrivals lie months back: "1 Jul 2026". */
export function dayWords(instant: number, locale: string): string {
  let format = day.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    day.set(locale, format);
  }
  return Number.isFinite(instant) ? format.format(instant) : notMeasured;
}

/** beginSentence("map fields.") → "Map fields." */
export function beginSentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export const tierTitles = { top: 'Best fifth', middle: 'Next two fifths', bottom: 'Last two fifths' } as const;

export const gradeTitles = { inPlace: 'In place', partial: 'Partial', missing: 'Missing' } as const;
export const gradeTags = { inPlace: 'success', partial: 'warning', missing: 'danger' } as const;
