/** Codes of the two bins that every attribute has: the value is not known, or it is known and fits no other bin. */
export const missingCode = 0;
export const otherCode = 1;
export const firstBinCode = 2;

/** Whole numbers in ranges: bin i begins at `lows[i]` and ends before `lows[i + 1]`; the first has no low, the last no high. */
export type NumberBins = { kind: 'number'; fieldKey: string; label: string; lows: number[] };

/** Texts in groups. */
export type TextBins = { kind: 'text'; fieldKey: string; label: string; groups: string[][] };

export type AttributeBins = NumberBins | TextBins;

/** How many codes an attribute has: its bins, with missing and other. */
export function countCodes(bins: AttributeBins): number {
  return firstBinCode + (bins.kind === 'number' ? bins.lows.length : bins.groups.length);
}
