/** A share as a percentage with one decimal, for widths. widthOf(1, 3) → "33.3%" */
export function widthOf(count: number, most: number): string {
  return `${most === 0 ? 0 : Math.round((count / most) * 1000) / 10}%`;
}

/** A share in words. shareWords(1, 3) → "33 %"; a share that rounds to nothing is "< 1 %". */
export function shareWords(count: number, whole: number): string {
  if (count === 0 || whole === 0) return '0 %';
  const percent = Math.round((count / whole) * 100);
  return percent === 0 ? '< 1 %' : `${percent} %`;
}

/** 12345 → "12,345" */
export function countWords(count: number): string {
  return count.toLocaleString('en-GB');
}
