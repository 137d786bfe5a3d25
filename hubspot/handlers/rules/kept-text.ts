/**
 * A text as a property can hold it. HubSpot cuts blanks off the ends of a value, so a text with such blanks stands in quotes,
 * as JSON writes it. takeText gives back what was kept.
 *
 * keepText('East') → 'East'; keepText(' East') → '" East"'.
 */
export function keepText(text: string): string {
  return needsQuotes(text) ? JSON.stringify(text) : text;
}

/** The text that was kept. Quotes that somebody typed for their own sake stay: takeText('"East"') → '"East"'. */
export function takeText(kept: string): string {
  const inner = quotedText(kept);
  return inner !== null && needsQuotes(inner) ? inner : kept;
}

/** Blanks at an end would be lost, and what reads as quoted would be taken out of its quotes. */
function needsQuotes(text: string): boolean {
  return text !== text.trim() || takeText(text) !== text;
}

function quotedText(kept: string): string | null {
  if (kept.length < 2 || !kept.startsWith('"') || !kept.endsWith('"')) return null;
  try {
    const inner: unknown = JSON.parse(kept);
    return typeof inner === 'string' && JSON.stringify(inner) === kept ? inner : null;
  } catch {
    return null;
  }
}

/**
 * A number as HubSpot gives it back, in the digits that core reads. What is no whole number stays as it is, so that the
 * message about it shows what stands in the portal.
 *
 * takeWhole('3.0') → '3'; takeWhole('1.7E12') → '1700000000000'; takeWhole('1.5') → '1.5'.
 */
export function takeWhole(kept: string): string {
  const number = Number(kept);
  return kept.trim() !== '' && Number.isSafeInteger(number) ? String(number + 0) : kept;
}

/** Several values in one text: semicolons between them, or JSON where a value holds one or has blanks at its ends. */
export function keepList(values: readonly string[]): string {
  const joined = values.join(';');
  return isSame(takeList(joined), values) ? joined : JSON.stringify(values);
}

/** The values that were kept. Blanks around them and empty ones between semicolons are slips of the hand. */
export function takeList(kept: string): string[] {
  if (kept.startsWith('[')) {
    const values = readTexts(kept);
    if (values !== null) return values;
  }
  return kept
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function readTexts(json: string): string[] | null {
  try {
    const values: unknown = JSON.parse(json);
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : null;
  } catch {
    return null;
  }
}

function isSame(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, place) => one === others[place]);
}
