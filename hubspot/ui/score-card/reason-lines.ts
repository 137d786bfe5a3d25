import type { CardAxis, CardLine } from '../../handlers/card/card-data.ts';

/**
 * The reasons of an axis, a line each. On the record they stand in one line, which is taken apart where points begin:
 * "fit 82: +31 employees 500, −6 website is not known" → "+31 employees 500", "−6 website is not known"
 */
export function reasonLines({ axis, reasons }: CardAxis, wordsOf: (line: CardLine) => string): string[] {
  return reasons.flatMap((line) => {
    const words = wordsOf(line);
    const start = new RegExp(`^${axis} \\d{1,3}: (?=[+−]\\d)`).exec(words);
    return start === null ? [words] : words.slice(start[0].length).split(/, (?=[+−]\d{1,3} )/u);
  });
}

/** The weightiest reasons of some axes; those of the same weight in the order in which they are told. */
export function weightiestLines(
  axes: readonly CardAxis[],
  most: number,
  wordsOf: (line: CardLine) => string,
): string[] {
  return axes
    .flatMap((axis) => reasonLines(axis, wordsOf))
    .map((line, place) => ({ line, place, weight: weightOf(line) }))
    .sort((one, other) => other.weight - one.weight || one.place - other.place)
    .slice(0, most)
    .map(({ line }) => line);
}

function weightOf(line: string): number {
  return Number(/^[+−](\d{1,3}) /u.exec(line)?.[1] ?? 0);
}
