const unknownWords = new Set([
  '',
  '-',
  '–',
  'n/a',
  'na',
  'none',
  'null',
  'unknown',
  'tbd',
  '?',
  'k.a.',
  'keine',
  'test',
  'n.a.',
]);
const multipliers: [RegExp, number][] = [
  [/^(k|tsd|thousand)\b/i, 1e3],
  [/^(m|mn|mm|mio|million|millionen|millions|millones)\b/i, 1e6],
  [/^(b|bn|mrd|billion|milliarden)\b/i, 1e9],
];

/** A whole number, "not known", or a text that means neither. */
export type WholeReading = { kind: 'whole'; whole: number } | { kind: 'unknown' } | { kind: 'unreadable' };

/**
 * Reads a number as people type it. Of a range the lower end counts, so that nobody is made bigger than they said.
 *
 * readWhole("51-200") → 51; "1,200" → 1200; "$12M" → 12000000; "3,5 Mio EUR" → 3500000; "500+" → 500; "many" → unreadable.
 */
export function readWhole(typed: string): WholeReading {
  const text = typed.normalize('NFKC').trim();
  if (unknownWords.has(text.toLowerCase())) {
    return { kind: 'unknown' };
  }
  const amount = /^\d+(\.\d+)?e\+?\d{1,2}$/i.test(text) ? Number(text) : readAmount(text);
  const whole = amount === null ? Number.NaN : Math.floor(amount);
  return Number.isSafeInteger(whole) ? { kind: 'whole', whole } : { kind: 'unreadable' };
}

function readAmount(text: string): number | null {
  const found = /^[^\d\-–−]{0,14}?(\d[\d.,' ]*)/.exec(text);
  if (found === null) {
    return null;
  }
  const amount = readDigits(found[1]!.trim());
  return amount === null ? null : amount * multiplierOf(text.slice(found[0].length).trim());
}

/** "1.234", "1,234,567" and "1,00,000" are grouped; "0.500" and "12,5" are not: there the last mark is a decimal one. */
const grouped = /^[1-9]\d{0,2}[.,]\d{3}$|^\d{1,3}(,\d{2,3})+,\d{3}$|^\d{1,3}(\.\d{3}){2,}$/;

function readDigits(digits: string): number | null {
  const compact = digits.replace(/[' ]/g, '').replace(/[.,]+$/, '');
  const plain = grouped.test(compact)
    ? compact.replace(/[.,]/g, '')
    : compact.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
  const amount = Number(plain);
  return Number.isFinite(amount) ? amount : null;
}

/** A range such as "1-5 Mio" carries its unit behind the upper end. */
function multiplierOf(rest: string): number {
  const unit = rest.replace(/^(-|–|—|to|bis|a)\s*\p{Sc}?\s*\d[\d.,]*\s*/iu, '');
  for (const [pattern, factor] of multipliers) {
    if (pattern.test(unit)) {
      return factor;
    }
  }
  return 1;
}
