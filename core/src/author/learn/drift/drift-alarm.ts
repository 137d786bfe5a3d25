/** How bad it is: worth a look, or bad enough that something must be done. */
export type DriftLevel = 'look' | 'act';

/** One thing that is no longer as it was when the card was trained. */
export type DriftAlarm = {
  /** LRDnnn, listed in docs/codes.md. */
  code: string;
  level: DriftLevel;
  /** The attribute it is about; null where it is about the whole card. */
  attributeKey: string | null;
  /** What was found, with its figures. */
  found: string;
  /** What to do about it. */
  next: string;
};

/** A share as a reader says it. percentWords(0.1234) → "12 %"; percentWords(0.004) → "0.4 %". */
export function percentWords(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 10 ? `${Number(percent.toFixed(1))} %` : `${Math.round(percent)} %`;
}
