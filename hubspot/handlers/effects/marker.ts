/**
 * Marks say in the last line of a note or task what it was made for, so that it is found again before it would be made twice.
 */

/** noteMarker("7-1/3f") → "Signalbox decision 7-1/3f" */
export function noteMarker(decisionId: string): string {
  return `Signalbox decision ${decisionId}`;
}

/** A decision can make several tasks, each for its own reason. taskMarker("7-1/3f", "owner") → "Signalbox task owner of 7-1/3f" */
export function taskMarker(decisionId: string, reason: string): string {
  return `Signalbox task ${reason} of ${decisionId}`;
}

/**
 * Whether a body ends with a marker. HubSpot may wrap and clean the HTML that it was given, so only its words count; a marker
 * that somebody typed further up does not.
 *
 * isMarked("<div><p>Hello</p><p>Signalbox decision 7</p></div>", "Signalbox decision 7") → true
 */
export function isMarked(body: string, marker: string): boolean {
  const words = body
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => characters[name]!)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return words.at(-1) === marker;
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
